import { type Message, type Stan, StartPosition, type Subscription } from 'node-nats-streaming';
import type { Deliver, Held } from '../broker/session.ts';

interface Options {
  readonly subject: string;
  readonly redeliverAfterMs: number;
  readonly name: string;
  readonly deliver: Deliver;
  /** Resolves when the session is. */
  readonly lost: Promise<Error>;
}

/** How many commits the server sends before the first is acknowledged. */
const MAX_UNACKNOWLEDGED = 1024;

/** Joins the durable queue of this name. */
export async function subscribe(stan: Stan, options: Options): Promise<Held> {
  const { subject, redeliverAfterMs, name, deliver, lost } = options;
  const wanted = stan
    .subscriptionOptions()
    .setDurableName(name)
    .setStartAt(StartPosition.NEW_ONLY)
    // Left to itself the client acknowledges before an asynchronous handler is done.
    .setManualAckMode(true)
    .setAckWait(Math.ceil(redeliverAfterMs / 1000) * 1000)
    .setMaxInFlight(MAX_UNACKNOWLEDGED);
  const subscription = stan.subscribe(subject, name, wanted);
  const ended = failure(subscription);
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  lost.then(over);

  async function receive(message: Message): Promise<void> {
    if (isOver) return;
    const isDone = await deliver(message.getRawData().toString('utf8'), message.isRedelivered());
    if (isDone && !isOver) message.ack();
  }
  subscription.on('message', receive);

  const refused = await Promise.race([once(subscription, 'ready'), ended, lost]);
  if (refused) throw refused;
  return {
    ended,
    async [Symbol.asyncDispose]() {
      if (isOver) return;
      over();
      // `unsubscribe` would take the place away, with all that waits there.
      subscription.close();
      await Promise.race([once(subscription, 'closed'), ended, lost]);
    },
  };
}

function once(subscription: Subscription, event: string): Promise<undefined> {
  return new Promise((resolve) => subscription.once(event, () => resolve(undefined)));
}

function failure(subscription: Subscription): Promise<Error> {
  return new Promise((resolve) => {
    for (const event of ['error', 'timeout']) subscription.on(event, (error: Error) => resolve(error));
  });
}
