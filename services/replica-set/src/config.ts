import { processSettings, storeSettings } from '@boxoffice/common';
import { z } from 'zod';

/** The settings of the process that makes the replica set. */
export const ReplicaSetConfig = z.object({
  ...storeSettings,
  MONGODB_KEY: z
    .string({ error: 'must be set: what is in the key file of the servers' })
    .regex(/^[\w+/=\s]{6,1024}$/, { error: 'must be 6 to 1024 characters of base64' })
    .transform((text) => text.replaceAll(/\s/g, ''))
    .describe('What is in the key file by which the servers of the replica set know each other'),
  ...processSettings,
});
export type ReplicaSetConfig = z.infer<typeof ReplicaSetConfig>;
