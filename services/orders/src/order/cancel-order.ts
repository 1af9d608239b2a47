import { type CommandContext, type EventLog, handle, type Outcome } from '@boxoffice/common';
import { heldTicket } from './held-ticket.ts';
import { order } from './order.ts';

/** Ends an order at its buyer's wish, and frees the ticket in the same commit. */
export function cancelOrder(log: EventLog, orderId: string, context: CommandContext): Promise<Outcome> {
  return handle(log, context, async (load) => {
    const placed = await load(order, orderId);
    const events = order.decide({ type: 'Cancel', orderId, buyerId: context.actor }, placed.state);
    placed.emit(events);
    if (events.length === 0 || !placed.state) return;
    const { ticketId } = placed.state;
    const hold = await load(heldTicket, ticketId);
    hold.emit(heldTicket.decide({ type: 'Release', ticketId, orderId, reason: 'cancelled' }, hold.state));
  });
}
