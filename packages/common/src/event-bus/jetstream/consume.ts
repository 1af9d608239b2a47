import { AckPolicy, DeliverPolicy, type JetStreamManager, type JsMsg } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import type { Deliver, Held } from '../broker/session.ts';
import { found } from './stream.ts';

interface Options {
  readonly stream: string;
  readonly subject: string;
  readonly name: string;
  readonly deliver: Deliver;
  readonly redeliverAfterMs: number;
  readonly maxAgeMs: number;
}

/** How many commits the server sends before the first is acknowledged. */
const MAX_UNACKNOWLEDGED = 1024;

/** Consumes from the durable consumer of this name; it is made if it is missing. */
export async function consume(manager: JetStreamManager, options: Options): Promise<Held> {
  const { stream, name, deliver, redeliverAfterMs } = options;
  if (!(await found(manager.consumers.info(stream, name)))) await manager.consumers.add(stream, configOf(options));
  const consumer = await manager.jetstream().consumers.get(stream, name);
  let isOver = false;

  async function receive(message: JsMsg): Promise<void> {
    if (isOver) return;
    const isDone = await deliver(message.string(), message.redelivered);
    if (isOver) return;
    if (isDone) message.ack();
    else message.nak(redeliverAfterMs);
  }

  const messages = await consumer.consume({
    max_messages: MAX_UNACKNOWLEDGED,
    // What an operator deletes is noticed within seconds, not within half a minute.
    expires: 5000,
    idle_heartbeat: 1000,
    abort_on_missing_resource: true,
    // An acknowledgement that a connection could not take is none: the commit comes again.
    callback: (message) => void receive(message).catch(() => undefined),
  });
  const ended = messages.closed().then((cause) => {
    isOver = true;
    return new Error(`JetStream: the consumer ${name} has ended`, { cause });
  });
  return {
    ended,
    async [Symbol.asyncDispose]() {
      isOver = true;
      await messages.close();
    },
  };
}

function configOf({ subject, name, redeliverAfterMs, maxAgeMs }: Options) {
  return {
    durable_name: name,
    filter_subject: subject,
    ack_policy: AckPolicy.Explicit,
    // The log has the past.
    deliver_policy: DeliverPolicy.New,
    ack_wait: nanos(redeliverAfterMs),
    max_ack_pending: MAX_UNACKNOWLEDGED,
    // A subscriber that is gone for good is forgotten with what was kept for it.
    inactive_threshold: nanos(maxAgeMs),
  };
}
