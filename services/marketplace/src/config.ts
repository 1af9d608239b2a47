import { fileURLToPath } from 'node:url';
import { PRODUCTION_LN } from '@boxoffice/auth';
import { LogLevel, Port, Proxies } from '@boxoffice/common';
import { Currency } from '@boxoffice/contracts';
import { z } from 'zod';

const seconds = z.coerce.number({ error: 'must be a number of seconds' }).int({ error: 'must be whole seconds' });

/** The settings of the whole market in one process. */
export const MarketplaceConfig = z
  .object({
    PORT: Port.default(3000).describe('Where the market listens; 0 takes any free port'),
    HOST: z.string().default('localhost').describe('The address it listens on; 0.0.0.0 for all of the machine'),
    DATA_DIR: z
      .string()
      .default(fileURLToPath(new URL('../../../data', import.meta.url)))
      .describe('The folder that holds everything: events, people, secrets'),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: 'must be an http or https address' })
      .refine((text) => new URL(text).origin === text.replace(/\/$/, ''), { error: 'must be without a path' })
      .optional()
      .describe('How browsers reach the market; with https the cookies are Secure'),
    TRUST_PROXY: Proxies.default('loopback').describe('The proxies whose X-Forwarded headers are believed'),
    CURRENCY: Currency.default('EUR').describe('The currency of all prices'),
    HOLD_SECONDS: seconds
      .min(1, { error: 'must be 1 or more' })
      .max(86_400, { error: 'must be 86400 or less' })
      .default(900)
      .describe('How long a reservation is held for its buyer'),
    SCRYPT_LN: z.coerce
      .number()
      .int()
      .min(10, { error: 'must be 10 or more' })
      .max(20, { error: 'must be 20 or less' })
      .default(PRODUCTION_LN)
      .describe('The cost of password hashes, as log2 of N; below 17 for tests only'),
    LOG_LEVEL: LogLevel.default('warn').describe('What is logged: fatal, error, warn, info, debug, trace, silent'),
    NODE_ENV: z.enum(['production', 'development', 'test']).default('production').describe('Where it runs'),
  })
  .refine((config) => config.NODE_ENV !== 'production' || config.SCRYPT_LN >= PRODUCTION_LN, {
    path: ['SCRYPT_LN'],
    error: `must be ${PRODUCTION_LN} or more in production`,
  });
export type MarketplaceConfig = z.infer<typeof MarketplaceConfig>;
