import { busPublished, busRedelivered, busSessionsLost } from '../../metrics/bus.ts';
import { startWorker } from '../../worker.ts';
import type { EventBus } from '../event-bus.ts';
import { delivery } from './delivery.ts';
import { durableName } from './durable-name.ts';
import { inFlight } from './in-flight.ts';
import { keepSession } from './keep-session.ts';
import { orAborted } from './or-aborted.ts';
import type { Broker, Session } from './session.ts';

export interface BrokerOptions {
  /** Told of every session lost, of what is not a commit, and of what a handler rejects with. */
  readonly onError: (error: unknown) => void;
  /** Gives up waiting for the first session. */
  readonly signal?: AbortSignal;
  /** How many commits may be on their way to the broker at a time. */
  readonly maxInFlight?: number;
}

/** Brokers refuse a message above 1 MiB, and drop the connection that sends it. */
const MAX_BYTES = 1_000_000;

/**
 * A bus on a broker. Resolves when the broker is there, however long that takes. From then on a lost session is
 * replaced by itself, with all subscriptions.
 *
 * - `publish` rejects when there is no session, and when the broker does not say in time that it has the commit.
 *   What is too large for a broker is reported and left to the log.
 * - `subscribe` resolves when the broker holds the subscription; without a session at once, and the broker gets it
 *   when it is back. A name that is new begins with what is published from then on; one that was there before also
 *   gets what has been published meanwhile, as far as the broker has kept it.
 *
 * @throws the signal's reason, when it is aborted before the broker is there
 */
export async function brokerEventBus(
  { make, place }: Broker,
  open: () => Promise<Session>,
  { onError, signal, maxInFlight = 256 }: BrokerOptions,
): Promise<EventBus> {
  const broker = `${make} at ${place}`;
  await using stack = new AsyncDisposableStack();
  const kept = stack.use(keepSession(broker, open, onError, () => busSessionsLost.inc({ broker: make })));
  const limited = inFlight(maxInFlight);
  await (signal ? orAborted(kept.next(), signal) : kept.next());
  signal?.throwIfAborted();
  const opened = stack.move();

  return {
    async publish(commit) {
      const data = JSON.stringify(commit);
      if (Buffer.byteLength(data) > MAX_BYTES)
        return onError(new Error(`commit ${commit.position} is too large for ${broker} and is left to the log`));
      await limited(async () => {
        const session = kept.present();
        if (!session) throw new Error(`there is no session with ${broker}`);
        await session.publish(data, String(commit.position));
        busPublished.inc({ broker: make });
      });
    },

    async subscribe(name, handler) {
      if (opened.disposed) throw new Error(`the bus on ${broker} is closed`);
      const { promise: tried, resolve: hasTried } = Promise.withResolvers<void>();
      const report = (error: unknown) => {
        hasTried();
        onError(error);
      };
      if (!kept.present()) hasTried();
      const subscription = startWorker(`the subscription of ${name} to ${broker}`, report, async (ending) => {
        const session = await orAborted(kept.next(), ending);
        if (!session) return;
        const onRedelivered = () => busRedelivered.inc({ broker: make, subscriber: name });
        await using held = await session.subscribe(durableName(name), delivery(handler, onError, onRedelivered));
        hasTried();
        const lost = session.lost.then(() => undefined);
        const fault = await orAborted(Promise.race([lost, held.ended]), ending);
        if (fault) throw fault;
      });
      opened.use(subscription);
      await tried;
      return subscription;
    },

    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
