import { HttpConfig, Secret } from '@boxoffice/common';
import { z } from 'zod';
import { PRODUCTION_LN } from './password/password.ts';

/** How dear passwords are to guess. */
export const passwordSettings = {
  SCRYPT_LN: z.coerce
    .number()
    .int()
    .min(10, { error: 'must be 10 or more' })
    .max(20, { error: 'must be 20 or less' })
    .default(PRODUCTION_LN)
    .describe('The cost of password hashes, as log2 of N; below 17 for tests only'),
};

/** Cheap hashes are for tests. */
export function isDearEnough({ NODE_ENV, SCRYPT_LN }: { NODE_ENV: string; SCRYPT_LN: number }): boolean {
  return NODE_ENV !== 'production' || SCRYPT_LN >= PRODUCTION_LN;
}

/** What is said of hashes that are too cheap. */
export const tooCheap = { path: ['SCRYPT_LN'], error: `must be ${PRODUCTION_LN} or more in production` };

/** The settings of the process that answers the commands of users. */
export const CommandConfig = z
  .object({
    ...HttpConfig.shape,
    EMAIL_KEY: Secret.describe('Hides addresses in the log; changing it makes every address free again'),
    ...passwordSettings,
  })
  .refine(isDearEnough, tooCheap);
