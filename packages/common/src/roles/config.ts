import { Currency } from '@boxoffice/contracts';
import { z } from 'zod';
import { LogLevel, Port, Proxies } from '../config.ts';

const seconds = z.coerce.number({ error: 'must be a number of seconds' }).int({ error: 'must be whole seconds' });

/** An address with one of these protocols. */
const address = (protocol: RegExp, error: string) => z.url({ protocol, hostname: /./, error });

/** Where a process runs and what it says. */
export const processSettings = {
  LOG_LEVEL: LogLevel.default('info').describe('What is logged: fatal, error, warn, info, debug, trace, silent'),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production').describe('Where it runs'),
};

/** Where a process listens. */
export const listenSettings = {
  PORT: Port.default(3000).describe('Where it listens; 0 takes any free port'),
  HOST: z.string().default('localhost').describe('The address it listens on; 0.0.0.0 for all of the machine'),
  DRAIN_SECONDS: seconds
    .min(0, { error: 'must be 0 or more' })
    .max(300, { error: 'must be 300 or less' })
    .default(0)
    .describe('How long it still answers when it is told to stop, so that clients find another; 0 for not at all'),
};

/** How browsers reach the market. */
export const publicSettings = {
  PUBLIC_URL: address(/^https?$/, 'must be an http or https address')
    .refine((text) => !URL.canParse(text) || new URL(text).origin === text.replace(/\/$/, ''), {
      error: 'must be without a path',
    })
    .optional()
    .describe('How browsers reach the market; with https the cookies are Secure'),
  TRUST_PROXY: Proxies.default('loopback').describe('The proxies whose X-Forwarded headers are believed'),
};

/** Rules that hold for the whole market. */
export const marketSettings = {
  CURRENCY: Currency.default('EUR').describe('The currency of all prices'),
  HOLD_SECONDS: seconds
    .min(1, { error: 'must be 1 or more' })
    .max(86_400, { error: 'must be 86400 or less' })
    .default(900)
    .describe('How long a reservation is held for its buyer'),
  PAY_SECONDS: seconds
    .min(0, { error: 'must be 0 or more' })
    .max(86_400, { error: 'must be 86400 or less' })
    .default(600)
    .describe('How long a hold lasts at least from the start of its first payment'),
  FEE_BASIS_POINTS: z.coerce
    .number({ error: 'must be a number of hundredths of a percent' })
    .int({ error: 'must be whole hundredths of a percent' })
    .min(0, { error: 'must be 0 or more' })
    .max(5000, { error: 'must be 5000 or less' })
    .default(500)
    .describe('What the market adds to each price, in hundredths of a percent; 0 for nothing'),
};

/** Where the log and the read models are. */
export const storeSettings = {
  MONGODB_URL: z
    .string({ error: 'must be set, as mongodb://host:27017/boxoffice?replicaSet=rs0' })
    .regex(/^mongodb(\+srv)?:\/\/[^/]+\/[^/?]+/, { error: 'must be a mongodb:// address with the name of a database' })
    .describe('The replica set that holds the log, with the name of the database'),
};

/** Where the bus is. */
export const busSettings = {
  BUS: z.enum(['nats-streaming', 'jetstream']).default('nats-streaming').describe('Which bus carries the log'),
  NATS_URL: z
    .string({ error: 'must be set, as nats://host:4222' })
    .refine((text) => text.split(',').every(isNats), { error: 'must be nats:// addresses, with commas between them' })
    .describe('Where the bus is; JetStream takes several servers'),
  NATS_CLUSTER_ID: z
    .string()
    .regex(/^[\w-]+$/, { error: 'must be letters, digits, dashes and underscores' })
    .default('boxoffice')
    .describe('The cluster id of NATS Streaming'),
};

const SHORTEST = 32;
/** What stands in examples: anybody knows it. */
const isSample = (text: string) => /change.?me|example|sample|secret.?secret/i.test(text) || new Set(text).size < 8;

/** A secret that nobody guesses. */
export const Secret = z
  .string({ error: `must be set: ${SHORTEST} bytes or more, as of openssl rand -base64 32` })
  .refine((text) => Buffer.byteLength(text) >= SHORTEST, { error: `must be ${SHORTEST} bytes or more` })
  .refine((text) => Buffer.byteLength(text) < SHORTEST || !isSample(text), {
    error: 'must be one of your own, not the sample',
  });

/** What signs the cookies of sessions. */
export const sessionSettings = {
  SESSION_SECRET: Secret.describe('Signs the cookies of sessions; the same for every process'),
};

/** The settings of a process that answers commands or queries. */
export const HttpConfig = z.object({
  ...listenSettings,
  ...storeSettings,
  ...sessionSettings,
  ...publicSettings,
  ...processSettings,
});
export type HttpConfig = z.infer<typeof HttpConfig>;

/** The settings of a process that works on the log: projectors, reactions, the relay. */
export const WorkerConfig = z.object({ ...listenSettings, ...storeSettings, ...busSettings, ...processSettings });
export type WorkerConfig = z.infer<typeof WorkerConfig>;

function isNats(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'nats:' && new URL(text).host !== '';
}
