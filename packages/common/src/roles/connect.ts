import type { FastifyBaseLogger } from 'fastify';
import type { EventBus } from '../event-bus/event-bus.ts';
import type { WorkerConfig } from './config.ts';
import { connectBus } from './connect-bus.ts';
import { hostsOf, openStores, type Stores } from './connect-mongo.ts';
import { patiently } from './patiently.ts';

export interface ConnectOptions {
  readonly logger: FastifyBaseLogger;
  readonly signal: AbortSignal;
}

/**
 * Connects to MongoDB, and waits for it as long as it takes. Answers nothing when it is told to stop before.
 * @throws {StartError} wrong credentials, or a server that cannot hold the log
 */
export function connectStores(url: string, { logger, signal }: ConnectOptions): Promise<Stores | undefined> {
  const where = hostsOf(url);
  return patiently(() => openStores(url), {
    signal,
    onFailure: (error) =>
      logger.warn({ reason: reasonOf(error) }, `MONGODB_URL: no answer from ${where}; trying again`),
  });
}

/**
 * The same for the bus.
 * @throws {StartError} it does not let this process in
 */
export async function connectToBus(
  config: WorkerConfig,
  { role, logger, signal }: ConnectOptions & { role: string },
): Promise<EventBus | undefined> {
  let isThere = false;
  const where = config.NATS_URL.split(',').map((url) => new URL(url).host);
  const onError = (err: unknown) => {
    if (isThere) logger.error({ err }, (err as Error).message);
    else logger.warn({ reason: reasonOf(err) }, `NATS_URL: no answer from ${config.BUS} at ${where}; trying again`);
  };
  const bus = await connectBus(config, { clientId: role, signal, onError });
  isThere = true;
  return bus;
}

/** The words of what lies at the bottom: of what was tried, the line speaks already. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message;
}
