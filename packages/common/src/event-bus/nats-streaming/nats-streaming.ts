import { type BrokerOptions, brokerEventBus } from '../broker/broker-event-bus.ts';
import type { EventBus } from '../event-bus.ts';
import { openNatsStreamingSession } from './session.ts';

export interface NatsStreamingOptions extends BrokerOptions {
  readonly url: string;
  readonly clusterId: string;
  /** What the server shows; it is made unique for each process. Letters, digits, dashes and underscores. */
  readonly clientId: string;
  readonly subject?: string;
  /** Milliseconds within which the server must say that it has a commit. */
  readonly publishTimeoutMs?: number;
  /** Milliseconds after which a commit that was not acknowledged comes again; whole seconds. */
  readonly redeliverAfterMs?: number;
}

/** The bus on NATS Streaming. What it promises: {@link brokerEventBus}. */
export function natsStreamingEventBus(options: NatsStreamingOptions): Promise<EventBus> {
  // The same for every session of this process: the server then puts the new one in the place of the lost one.
  const clientId = `${options.clientId}-${crypto.randomUUID()}`;
  const parts = { subject: 'boxoffice.commits', publishTimeoutMs: 5000, redeliverAfterMs: 5000, maxInFlight: 256 };
  const open = () => openNatsStreamingSession({ ...parts, ...options, clientId });
  const place = `${options.url.split(',').map((url) => new URL(url).host)}`;
  return brokerEventBus({ make: 'NATS Streaming', place }, open, options);
}
