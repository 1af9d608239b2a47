import { type CommandContext, type EventLog, eventOf, handle } from '@boxoffice/common';
import { orderEvents, type PlaceOrder, shareOf, sumOf } from '@boxoffice/contracts';
import { TicketNotFound } from './errors.ts';
import { heldTicket } from './held-ticket.ts';
import { order } from './order.ts';

export interface OrderRules {
  /** How long a reservation is held for its buyer. */
  readonly holdSeconds: number;
  /** What the market adds to the seller's price, in hundredths of a percent. */
  readonly feeBasisPoints: number;
}

/** Reserves a ticket: the order and the hold in one commit, so that of two who want it one gets it. */
export async function placeOrder(
  log: EventLog,
  { holdSeconds, feeBasisPoints }: OrderRules,
  { ticketId, expectedPrice }: PlaceOrder,
  context: CommandContext,
): Promise<{ orderId: string; position: number }> {
  const { at, actor: buyerId } = context;
  const expiresAt = new Date(Date.parse(at) + holdSeconds * 1000).toISOString();
  const newId = crypto.randomUUID();
  const outcome = await handle(log, context, async (load) => {
    const hold = await load(heldTicket, ticketId);
    if (!hold.state) throw new TicketNotFound();
    const { sellerId, details: ticket, price } = hold.state;
    const fee = shareOf(price, feeBasisPoints);
    const cost = { price, fee, total: sumOf(price, fee) };
    const ids = { ticketId, orderId: newId, buyerId };
    hold.emit(heldTicket.decide({ type: 'Reserve', ...ids, expectedPrice, expiresAt, at }, hold.state));
    const placed = await load(order, newId);
    placed.emit(order.decide({ type: 'Place', ...ids, sellerId, ticket, ...cost, expiresAt }, placed.state));
  });
  return { orderId: eventOf(outcome, orderEvents)?.data.orderId ?? newId, position: outcome.position };
}
