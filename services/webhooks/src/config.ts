import { HttpConfig, WorkerConfig } from '@boxoffice/common';
import { z } from 'zod';

/** The settings of webhooks, for the entry points to take up into theirs. */
export const webhookSettings = {
  WEBHOOK_ALLOW_PRIVATE: z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .default('false')
    .transform((text) => text === 'true')
    .describe('Whether webhooks may lead to this machine and this network, and without TLS; for development alone'),
};

/** The settings of the process that answers the commands of webhooks. */
export const CommandConfig = z.object({ ...HttpConfig.shape, ...webhookSettings });

/** The settings of the process that sends. */
export const ProjectorConfig = z.object({ ...WorkerConfig.shape, ...webhookSettings });
