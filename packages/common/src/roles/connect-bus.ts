import type { EventBus } from '../event-bus/event-bus.ts';
import { jetStreamEventBus } from '../event-bus/jetstream/jetstream.ts';
import { natsStreamingEventBus } from '../event-bus/nats-streaming/nats-streaming.ts';
import { StartError } from '../start-error.ts';
import type { WorkerConfig } from './config.ts';

/** The bus does not let this process in. */
export class BusRefusedError extends StartError {
  constructor() {
    super('NATS_URL: the bus refuses its user, password or token');
  }
}

export interface ConnectBusOptions {
  /** What the server shows. */
  readonly clientId: string;
  readonly signal: AbortSignal;
  readonly onError: (error: unknown) => void;
}

/**
 * The bus of the settings. Resolves when it is there, however long that takes; with nothing when it is told to stop
 * before.
 * @throws {BusRefusedError}
 */
export async function connectBus(
  { BUS, NATS_URL: url, NATS_CLUSTER_ID: clusterId }: WorkerConfig,
  { clientId, signal, onError }: ConnectBusOptions,
): Promise<EventBus | undefined> {
  const giveUp = new AbortController();
  const options = {
    url,
    clientId,
    signal: AbortSignal.any([signal, giveUp.signal]),
    onError(error: unknown) {
      if (isRefusal(error)) giveUp.abort(new BusRefusedError());
      onError(error);
    },
  };
  try {
    return BUS === 'jetstream'
      ? await jetStreamEventBus(options)
      : await natsStreamingEventBus({ ...options, clusterId });
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

/** All servers of this family use the same words. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /authorization violation|authentication (expired|revoked)/i.test(error.message) || isRefusal(error.cause);
}
