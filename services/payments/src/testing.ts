import { type CommandContext, catchUp } from '@boxoffice/common';
import { later, record, startApi, type TestClock } from '@boxoffice/common/testing';
import type { SandboxMethod } from '@boxoffice/contracts';
import {
  holdExtended,
  listed,
  operatorId,
  orderStream,
  paymentStarted,
  paymentStream,
  placed,
  requested,
  reserved,
  ticketStream,
} from './controls.ts';
import { type OpenPayment, openPayments } from './open-payments/projection.ts';
import { paymentsSeenTo } from './open-payments/see-to.ts';
import { paymentCommands, paymentQueries } from './payment/routes.ts';
import { openSqliteBooks } from './provider/books-sqlite.ts';
import type { PaymentProvider } from './provider/provider.ts';
import { sandboxProvider } from './provider/sandbox.ts';
import { sandboxDoorbell } from './provider/sandbox-doorbell.ts';
import { refundCommands } from './refund/routes.ts';

/** All routes of payments and who sees to them, on parts in memory, with a ticket that the buyer holds. */
export async function startPayments() {
  const stack = new AsyncDisposableStack();
  const books = stack.use(openSqliteBooks(':memory:'));
  const provided: { provider?: UnreliableProvider } = {};
  const api = stack.use(
    await startApi({
      routes({ log, clock }) {
        const provider = unreliable(sandboxProvider(books, { clock }));
        provided.provider = provider;
        return [
          paymentCommands({ log, clock, provider, paySeconds: 600 }),
          refundCommands({ log, clock }),
          paymentQueries({ provider }),
          sandboxDoorbell({ log, clock, provider }),
        ];
      },
      accessOf:
        () =>
        async ({ userId }) => ({ isOperator: userId === operatorId }),
    }),
  );
  const { log, clock, readModels } = api;
  const { provider } = provided;
  if (!provider) throw new Error('there is no provider');
  const open = readModels.reader<OpenPayment>(openPayments);
  const errors: unknown[] = [];
  const look = paymentsSeenTo({ log, clock, provider, open, onError: (error) => errors.push(error) });
  await record(log, { [ticketStream]: [listed] }, { [ticketStream]: [reserved], [orderStream]: [placed] });
  return {
    ...api,
    provider,
    books,
    /** What could not be seen to, and why not. */
    errors,
    /** A payment was requested, and then the process died. */
    async cutOff(method: SandboxMethod = 'sandbox_visa') {
      const wanted = { ...requested, data: { ...requested.data, method } };
      const order = { [orderStream]: [paymentStarted], [ticketStream]: [holdExtended] };
      await record(log, { ...order, [paymentStream]: [wanted] });
    },
    /** Sees to the open payments once, by the clock. */
    async seeTo() {
      await catchUp([openPayments], log, readModels);
      await look();
    },
    /** What was appended after a position: of each commit the streams and the types of its events. */
    async after(position: number) {
      const commits = await log.read(position, 1000);
      return commits.map(({ events }) => events.map(({ stream, type }) => `${stream.split('-', 1)[0]}: ${type}`));
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

export interface UnreliableProvider extends PaymentProvider {
  /** Answers are lost on the way: it does what it is asked, and we do not hear of it. */
  silent: boolean;
  /** It tells of a charge by itself. */
  ring(idempotencyKey: string): void;
}

export function unreliable(provider: PaymentProvider): UnreliableProvider {
  const heard = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    const heard = await answer;
    if (unreliable.silent) throw new Error('the provider did not answer');
    return heard;
  };
  const listeners: ((idempotencyKey: string) => void)[] = [];
  const unreliable: UnreliableProvider = {
    ...provider,
    silent: false,
    ring: (idempotencyKey) => {
      for (const listener of listeners) listener(idempotencyKey);
    },
    onOutcome(listener) {
      listeners.push(listener);
      return provider.onOutcome?.(listener) ?? (() => undefined);
    },
    charge: (charge, signal) => heard(provider.charge(charge, signal)),
    cancel: (charge, signal) => heard(provider.cancel(charge, signal)),
    refund: (refund, signal) => heard(provider.refund(refund, signal)),
  };
  return unreliable;
}

/** Asks a provider that takes eight seconds to answer. */
export function slow<Wanted, Answer>({ clock }: { clock: TestClock }, ask: (wanted: Wanted) => Promise<Answer>) {
  return (wanted: Wanted) => {
    clock.set(later(8, clock.now()));
    return ask(wanted);
  };
}

/** What is done without being asked, under a name of its own. */
export function systemContext(at: string, commandId: string = crypto.randomUUID()): CommandContext {
  return { commandId, mayRepeat: true, correlationId: 'correlation', actor: 'system:settle-payments', at };
}
