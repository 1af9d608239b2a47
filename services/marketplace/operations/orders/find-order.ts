import { ClientError, type EventLog, recordedEvents } from '@boxoffice/common';
import { type OrderChain, orderEvents, paymentEvents, streamName } from '@boxoffice/contracts';
import { causalChain } from './chain.ts';

/** 404: neither an order nor a ticket that was ordered nor a payment has this id. */
export class OrderNotFound extends ClientError {
  constructor() {
    super('order-not-found', 'No order, no payment and no ticket that was ever ordered has this id');
  }
}

/**
 * An order and its story, by its id, by that of one of its payments, or by that of its ticket, of which it is the last.
 * @throws {OrderNotFound}
 */
export async function findOrder(log: EventLog, id: string): Promise<OrderChain> {
  const { foundBy, orderId } = await locate(log, id);
  const steps = await causalChain(log, streamName('order', orderId));
  const events = steps.flatMap((step) => step.events);
  const placed = events.find(({ stream }) => stream === streamName('order', orderId))?.data as { ticketId: string };
  const payments = events.filter(({ stream }) => stream.startsWith('payment-'));
  const paymentIds = payments.map(({ stream }) => stream.slice('payment-'.length));
  const { ticketId } = placed;
  return {
    ...{ foundBy, orderId, ticketId },
    paymentIds: [...new Set(paymentIds)],
    orderIds: await ordersOf(log, ticketId),
    steps,
  };
}

async function locate(log: EventLog, id: string): Promise<Pick<OrderChain, 'foundBy' | 'orderId'>> {
  const [ordered] = await log.readStream(streamName('order', id));
  if (ordered) return { foundBy: 'order', orderId: id };
  const [paid] = await log.readStream(streamName('payment', id));
  const [event] = paid ? recordedEvents(paid, [paymentEvents]) : [];
  if (event) return { foundBy: 'payment', orderId: event.data.orderId };
  const [orderId] = await ordersOf(log, id);
  if (orderId === undefined) throw new OrderNotFound();
  return { foundBy: 'ticket', orderId };
}

/** The orders of a ticket, the newest first. */
async function ordersOf(log: EventLog, ticketId: string): Promise<string[]> {
  const commits = await log.readStream(streamName('ticket', ticketId));
  const ids = commits.flatMap((commit) => recordedEvents(commit, [orderEvents]).map(({ data }) => data.orderId));
  return [...new Set(ids)].reverse();
}
