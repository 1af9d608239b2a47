import { fileURLToPath } from 'node:url';
import { isDearEnough, passwordSettings, tooCheap } from '@boxoffice/auth';
import { LogLevel, listenSettings, marketSettings, processSettings, publicSettings } from '@boxoffice/common';
import { checkMailSettings, mailSettings } from '@boxoffice/mail';
import { checkPaymentSettings, paymentSettings } from '@boxoffice/payments';
import { webhookSettings } from '@boxoffice/webhooks';
import { z } from 'zod';

/** The settings of the whole market in one process. */
export const MarketplaceConfig = z
  .object({
    PORT: listenSettings.PORT.describe('Where the market listens; 0 takes any free port'),
    HOST: listenSettings.HOST,
    DATA_DIR: z
      .string()
      .default(fileURLToPath(new URL('../../../data', import.meta.url)))
      .describe('The folder that holds everything: events, people, secrets'),
    ...publicSettings,
    ...marketSettings,
    ...paymentSettings,
    ...mailSettings,
    ...webhookSettings,
    ...passwordSettings,
    ...processSettings,
    LOG_LEVEL: LogLevel.default('warn').describe('What is logged: fatal, error, warn, info, debug, trace, silent'),
  })
  .refine(isDearEnough, tooCheap)
  .superRefine(checkPaymentSettings)
  .superRefine(checkMailSettings);
export type MarketplaceConfig = z.infer<typeof MarketplaceConfig>;
