import { type BrokerOptions, brokerEventBus } from '../broker/broker-event-bus.ts';
import type { EventBus } from '../event-bus.ts';
import { openJetStreamSession } from './session.ts';

export interface JetStreamOptions extends BrokerOptions {
  /** One server or several, with commas between; `nats://user:password@host:4222` if it wants to know who it is. */
  readonly url: string;
  /** Made if it is missing, with the subject `<stream>.commits`. */
  readonly stream?: string;
  /** What the server shows. */
  readonly clientId?: string;
  /** Milliseconds within which the server must say that it has a commit. */
  readonly publishTimeoutMs?: number;
  /** Milliseconds after which a commit that was not acknowledged comes again. */
  readonly redeliverAfterMs?: number;
  /** A doorbell need not remember for long: what is older is dropped. Milliseconds. */
  readonly maxAgeMs?: number;
  /** What is beyond is dropped, the oldest first. */
  readonly maxBytes?: number;
}

/** The bus on NATS JetStream. What it promises: {@link brokerEventBus}. */
export function jetStreamEventBus(options: JetStreamOptions): Promise<EventBus> {
  const parts = { stream: 'boxoffice', clientId: 'boxoffice', publishTimeoutMs: 5000, redeliverAfterMs: 5000 };
  const bounds = { maxAgeMs: 24 * 60 * 60 * 1000, maxBytes: 1024 ** 3 };
  const open = () => openJetStreamSession({ ...parts, ...bounds, ...options });
  const place = `${options.url.split(',').map((url) => new URL(url).host)}`;
  return brokerEventBus({ make: 'JetStream', place }, open, options);
}
