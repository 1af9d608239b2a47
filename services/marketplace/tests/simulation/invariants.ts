import { catchUp, memoryReadModels, recordedEvents } from '@boxoffice/common';
import {
  type OrderEvent,
  orderEvents,
  type PaymentEvent,
  paymentEvents,
  type TicketEvent,
  ticketEvents,
} from '@boxoffice/contracts';
import { type MyOrder, myOrders } from '@boxoffice/orders';
import { type OpenPayment, openPayments } from '@boxoffice/payments';
import { foldBooks } from '../../cli/ledger/fold-books.ts';
import type { SimulatedMarket } from './market.ts';

/** What is wrong with a market that has come to rest, by the numbers of the invariants. Nothing, it is to be hoped. */
export async function violations(market: SimulatedMarket): Promise<string[]> {
  const found: string[] = [];
  const check = (holds: boolean, what: string) => void (holds || found.push(what));
  const { log, books, clock } = market;
  const commits = await log.read(0, 1_000_000);
  const holders = new Map<string, string>();
  const sold = new Map<string, string>();
  const requested = new Map<string, { orderId: string; amount: { amount: number; currency: string } }>();
  const paidBy = new Map<string, string>();
  const sellers = new Map<string, string>();
  const buyers = new Map<string, string>();
  const refundedPayments = new Map<string, number>();

  const readModels = memoryReadModels();
  for (const commit of commits) {
    const sets = [ticketEvents, orderEvents, paymentEvents];
    for (const event of recordedEvents<TicketEvent | OrderEvent | PaymentEvent>(commit, sets)) {
      const at = `${event.position}: ${event.type}`;
      switch (event.type) {
        case 'TicketReserved':
          check(
            !holders.has(event.data.ticketId) && !sold.has(event.data.ticketId),
            `1 ${at} on a ticket that is taken`,
          );
          holders.set(event.data.ticketId, event.data.orderId);
          break;
        case 'TicketReleased':
          check(holders.get(event.data.ticketId) === event.data.orderId, `1 ${at} by another order`);
          holders.delete(event.data.ticketId);
          break;
        case 'TicketSold':
          check(holders.get(event.data.ticketId) === event.data.orderId, `1 ${at} to another order`);
          holders.delete(event.data.ticketId);
          sold.set(event.data.ticketId, event.data.orderId);
          break;
        case 'TicketReturned':
          check(sold.get(event.data.ticketId) === event.data.orderId, `1 ${at} by another order`);
          sold.delete(event.data.ticketId);
          break;
        case 'TicketWithdrawn':
          check(!holders.has(event.data.ticketId), `1 ${at} while it was held`);
          check(
            event.actor === sellers.get(event.data.ticketId) || event.actor.startsWith('operator:'),
            `11 ${at} by ${event.actor}`,
          );
          sold.delete(event.data.ticketId);
          break;
        case 'TicketListed':
          sellers.set(event.data.ticketId, event.data.sellerId);
          check(event.actor === event.data.sellerId, `11 ${at} by ${event.actor}`);
          break;
        case 'TicketRepriced':
        case 'TicketDetailsChanged':
          check(event.actor === sellers.get(event.data.ticketId), `11 ${at} by ${event.actor}`);
          break;
        case 'OrderPlaced':
          buyers.set(event.data.orderId, event.data.buyerId);
          check(event.actor === event.data.buyerId, `11 ${at} by ${event.actor}`);
          break;
        case 'OrderCancelled':
          check(event.actor === buyers.get(event.data.orderId), `11 ${at} by ${event.actor}`);
          break;
        case 'OrderRefundStarted':
          check(
            event.actor.startsWith('operator:') === (event.data.reason === 'operator'),
            `11 ${at}, ${event.data.reason}, by ${event.actor}`,
          );
          break;
        case 'OrderExpired':
          check(event.actor === 'system:expire-orders', `11 ${at} by ${event.actor}`);
          check(!paidBy.has(event.data.orderId), `10 ${at} after payment`);
          break;
        case 'OrderPaid':
          check(!paidBy.has(event.data.orderId), `1 ${at} a second time`);
          paidBy.set(event.data.orderId, event.data.paymentId);
          break;
        case 'PaymentRequested':
          requested.set(event.data.paymentId, event.data);
          check(event.actor === event.data.buyerId, `11 ${at} by ${event.actor}`);
          break;
        case 'PaymentRefunded':
          refundedPayments.set(event.data.paymentId, (refundedPayments.get(event.data.paymentId) ?? 0) + 1);
          break;
        default:
      }
    }
  }

  const refunds = await books.refunds();
  const charges = (await books.charges()).filter(
    ({ isCancelled, succeedsAt }) => !isCancelled && succeedsAt !== undefined && succeedsAt <= clock.now(),
  );
  for (const { idempotencyKey: key, orderId, amount, reference } of charges) {
    const payment = requested.get(key);
    check(payment?.orderId === orderId, `2 charge ${key} of no order`);
    check(JSON.stringify(payment?.amount) === JSON.stringify(amount), `2 charge ${key} of another amount`);
    const given = refunds.filter((refund) => refund.reference === reference).length;
    const isOrders = paidBy.get(orderId) === key;
    const logged = refundedPayments.get(key) ?? 0;
    check(given === logged, `4 charge ${key} was given back ${given} times, and ${logged} times by the log`);
    check(given <= 1, `4 charge ${key} was given back twice`);
    check(isOrders || given === 1, `4 charge ${key} is neither an order's nor given back`);
  }
  for (const [orderId, key] of paidBy)
    check(
      charges.some(({ idempotencyKey }) => idempotencyKey === key),
      `2 order ${orderId} is paid by no charge`,
    );

  const { books: folded, imbalances } = await foldBooks(log, new AbortController().signal);
  for (const { position, currency } of imbalances)
    check(false, `3 the books of ${currency} do not add up at ${position}`);
  for (const [currency, book] of folded) {
    check(book.inFlight === 0, `3 ${book.inFlight} ${currency} are still in flight`);
    const of = (key: string) =>
      (requested.get(key)?.amount.currency === currency ? requested.get(key)?.amount.amount : 0) ?? 0;
    const charged = charges.reduce((sum, { idempotencyKey }) => sum + of(idempotencyKey), 0);
    check(book.charged === charged, `3 ${book.charged} ${currency} in the books and ${charged} at the provider`);
  }

  const ids = new Set(commits.map(({ commandId }) => commandId));
  check(ids.size === commits.length, '5 a command was appended twice');
  for (const id of market.acknowledged) check(ids.has(id), `5 command ${id} was acknowledged and is not there`);
  for (const id of market.refused) check(!ids.has(id), `5 command ${id} was refused and appended`);

  await catchUp([openPayments, myOrders], log, readModels);
  for (const { _id, payments } of await readModels.reader<MyOrder>(myOrders).find({}))
    check(
      payments.every(({ status }) => !['under-way', 'delayed', 'refunding'].includes(status)),
      `4 order ${_id} shows a payment under way for ever`,
    );
  check((await readModels.reader<OpenPayment>(openPayments).find({})).length === 0, '3 payments are still open');
  const overdue = { status: { $in: ['placed', 'paying'] }, expiresAt: { $lt: clock.now() } };
  check((await readModels.reader<MyOrder>(myOrders).find(overdue)).length === 0, '10 holds have run out and stand');
  return found;
}
