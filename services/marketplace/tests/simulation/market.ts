import { type Clock, type CommandContext, catchUp, type EventLog, handle, memoryReadModels } from '@boxoffice/common';
import type { Money } from '@boxoffice/contracts';
import { type MyOrder, myOrders } from '@boxoffice/orders';
import {
  type OpenPayment,
  openPayments,
  type PaymentProvider,
  paymentsSeenTo,
  type SandboxBooks,
  sandboxProvider,
} from '@boxoffice/payments';
import { memoryEventLog } from '../../../../packages/common/src/testing/memory-log.ts';
import { expireOrders } from '../../../orders/src/expiry/expire-orders.ts';
import { cancelOrder } from '../../../orders/src/order/cancel-order.ts';
import { placeOrder } from '../../../orders/src/order/place-order.ts';
import { pay } from '../../../payments/src/payment/pay.ts';
import { startRefund } from '../../../payments/src/refund/refund.ts';
import { settle } from '../../../payments/src/settlement/settle.ts';
import { ticket } from '../../../tickets/src/ticket/ticket.ts';
import { memoryBooks } from './books.ts';
import { logThrough, type Port, providerThrough, simulatedProcess } from './process.ts';
import type { Scheduler } from './scheduler.ts';

const rules = { holdSeconds: 900, feeBasisPoints: 525 };

/** What is to be wrong with the parts, for tests of the checker. */
export interface Plant {
  readonly log?: (log: EventLog) => EventLog;
  readonly books?: (books: SandboxBooks) => SandboxBooks;
  readonly provider?: (provider: PaymentProvider, books: SandboxBooks) => PaymentProvider;
  readonly idle?: 'expiry' | 'payments';
}

/** The market's own deciders, workers and sandbox, in processes that die, on a log that does not. */
export function simulatedMarket(schedule: Scheduler, plant: Plant = {}) {
  let time = Date.parse('2027-01-01T00:00:00.000Z');
  const clock = { now: () => new Date(time).toISOString() };
  const log = plant.log?.(memoryEventLog()) ?? memoryEventLog();
  const bank = memoryBooks();
  const books = plant.books?.(bank) ?? bank;
  const sandbox = sandboxProvider(books, { clock, lateSeconds: 3600 });
  const provider = plant.provider?.(sandbox, books) ?? sandbox;
  const readModels = memoryReadModels();
  const acknowledged = new Set<string>();
  const refused = new Set<string>();
  /** What the provider tells of until it is heard. */
  const unheard = new Set<string>();
  let projected: Promise<unknown> = Promise.resolve();

  function start(port: Port) {
    const own = { clock, log: logThrough(port, log), provider: providerThrough(port, provider, schedule) };
    const onError = () => undefined;
    const open = readModels.reader<OpenPayment>(openPayments);
    const orders = readModels.reader<MyOrder>(myOrders);
    return {
      ...own,
      seeToPayments: paymentsSeenTo({ ...own, open, onError }),
      expire: () => expireOrders({ ...own, orders, onError }),
    };
  }
  const processes = [simulatedProcess(schedule, start), simulatedProcess(schedule, start)];
  const anyProcess = () => schedule.pick(processes) ?? (processes[0] as (typeof processes)[number]);

  function contextOf(actor: string): CommandContext {
    const commandId = crypto.randomUUID();
    return { commandId, mayRepeat: schedule.chance(0.3), correlationId: commandId, actor, at: clock.now() };
  }

  /** Has some process carry a command out, and remembers what was answered. */
  async function command<Result>(
    actor: string,
    work: (
      parts: { clock: Clock; log: EventLog; provider: PaymentProvider },
      context: CommandContext,
    ) => Promise<Result>,
  ): Promise<Result | undefined> {
    const context = contextOf(actor);
    try {
      const result = await anyProcess().do((parts) => work(parts, context));
      // Who reserves or pays is told of something that was written; the others may have been told that it was so already.
      if (result && typeof result === 'object' && ('orderId' in result || 'id' in result))
        acknowledged.add(context.commandId);
      return result;
    } catch (error) {
      if (error instanceof Error && 'code' in error) refused.add(context.commandId);
      return undefined;
    }
  }

  return {
    ...{ clock, log, books, readModels, acknowledged, refused },
    pass(ms: number): void {
      time += ms;
    },
    crash: () => anyProcess().crash(),

    async list(sellerId: string, price: Money) {
      const ticketId = crypto.randomUUID();
      const details = { title: 'Swan Lake', quantity: 1 };
      await command(sellerId, (parts, context) =>
        handle(parts.log, context, async (load) => {
          const listing = await load(ticket, ticketId);
          listing.emit(ticket.decide({ type: 'List', ticketId, sellerId, details, price }, listing.state));
        }),
      );
      return ticketId;
    },
    change: (sellerId: string, ticketId: string, price: Money | undefined) =>
      command(sellerId, (parts, context) =>
        handle(parts.log, context, async (load) => {
          const listing = await load(ticket, ticketId);
          const details = { title: 'Swan Lake', quantity: 1 };
          const own = { ticketId, sellerId };
          const wish = price
            ? { type: 'Change' as const, ...own, details, price }
            : { type: 'Withdraw' as const, ...own };
          listing.emit(ticket.decide(wish, listing.state));
        }),
      ),
    reserve: (buyerId: string, ticketId: string) =>
      command(buyerId, (parts, context) => placeOrder(parts.log, rules, { ticketId }, context)),
    cancel: (buyerId: string, orderId: string) =>
      command(buyerId, (parts, context) => cancelOrder(parts.log, orderId, context)),
    pay: (buyerId: string, orderId: string, paymentMethod: string) =>
      command(buyerId, (parts, context) =>
        pay({ ...parts, paySeconds: 600, onUnsettled: () => undefined }, { orderId, paymentMethod }, context),
      ),
    refund: (orderId: string, then: 'relist' | 'withdraw') =>
      command('operator:simulated', (parts, context) => startRefund(parts.log, { orderId, afterwards: then }, context)),

    /** The provider tells of a payment by itself: once more, or that it has taken what it had declined, if it still may. */
    async tell(mayTake: boolean): Promise<void> {
      const charge = schedule.pick((await bank.charges()).filter(({ isCancelled }) => !isCancelled).slice(-6));
      const isWithoutFunds = charge?.method === 'sandbox_insufficient_funds' && charge.succeedsAt === undefined;
      if (mayTake && isWithoutFunds && schedule.chance(0.5)) {
        bank.take(charge.idempotencyKey, clock.now());
        unheard.add(charge.idempotencyKey);
      }
      for (const id of new Set([...unheard, ...(charge ? [charge.idempotencyKey] : [])])) {
        // Before, not after: it may have more to tell meanwhile.
        unheard.delete(id);
        const hears = anyProcess().do((parts) => settle(parts, id, contextOf('system:settle-payments')));
        await hears.catch(() => unheard.add(id));
      }
    },

    /** The workers do their rounds, on read models that may be behind. */
    async work(isBehind: boolean): Promise<void> {
      // One after the other, as a projector does it.
      if (!isBehind) projected = projected.then(() => catchUp([openPayments, myOrders], log, readModels));
      await projected;
      const survived = (work: Promise<unknown>) => work.catch(() => undefined);
      if (plant.idle !== 'expiry') await survived(anyProcess().do(({ expire }) => expire()));
      if (plant.idle !== 'payments') await survived(anyProcess().do(({ seeToPayments }) => seeToPayments()));
    },
  };
}

export type SimulatedMarket = ReturnType<typeof simulatedMarket>;
