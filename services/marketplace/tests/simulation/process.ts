import type { EventLog } from '@boxoffice/common';
import type { PaymentProvider } from '@boxoffice/payments';
import type { Scheduler } from './scheduler.ts';

/** The process died while it worked: nobody knows how far it came. */
export class Crashed extends Error {}

/** Nothing more is heard of this. */
const never = new Promise<never>(() => undefined);

/** A process that may die at any await on a port, and starts again at once with nothing in its memory. */
export function simulatedProcess<Memory>({ turn }: Scheduler, start: (port: Port) => Memory) {
  let life = 0;
  let crash = Promise.withResolvers<never>();
  crash.promise.catch(() => undefined);
  let memory = start(portOf(life));

  /** Lets others go first before and after an effect; in a life that has ended, it goes no further. */
  function portOf(born: number): Port {
    return async (effect) => {
      await turn();
      if (life !== born) return never;
      const result = await effect().then(
        (value) => () => value,
        (error) => () => {
          throw error;
        },
      );
      await turn();
      return life === born ? result() : never;
    };
  }

  return {
    crash(): void {
      life += 1;
      crash.reject(new Crashed('the process died'));
      crash = Promise.withResolvers<never>();
      crash.promise.catch(() => undefined);
      memory = start(portOf(life));
    },
    /** @throws {Crashed} */
    do: <Result>(work: (memory: Memory) => Promise<Result>): Promise<Result> => {
      const working = work(memory);
      working.catch(() => undefined);
      return Promise.race([working, crash.promise]);
    },
  };
}

/** Does something outside of the process. */
export type Port = <Result>(effect: () => Promise<Result>) => Promise<Result>;

/** The log as a process reaches it. */
export function logThrough(port: Port, log: EventLog): EventLog {
  return {
    ...log,
    append: (append) => port(() => log.append(append)),
    read: (after, limit) => port(() => log.read(after, limit)),
    readStream: (stream, upTo) => port(() => log.readStream(stream, upTo)),
    find: (commandId) => port(() => log.find(commandId)),
    head: () => port(() => log.head()),
  };
}

/** The provider as a process reaches it: requests and answers get lost, and requests come twice. */
export function providerThrough(port: Port, provider: PaymentProvider, { chance }: Scheduler): PaymentProvider {
  function lossy<Wanted, Answer>(ask: (wanted: Wanted) => Promise<Answer>) {
    return (wanted: Wanted) =>
      port(async () => {
        if (chance(0.1)) throw new Error('the request was lost');
        const answer = await ask(wanted);
        if (chance(0.1)) await ask(wanted);
        if (chance(0.1)) throw new Error('the answer was lost');
        return answer;
      });
  }
  return {
    ...provider,
    charge: lossy((charge) =>
      charge.method === 'sandbox_silent' ? Promise.reject(new Error('it did not answer')) : provider.charge(charge),
    ),
    cancel: lossy((charge) => provider.cancel(charge)),
    refund: lossy((refund) => provider.refund(refund)),
  };
}
