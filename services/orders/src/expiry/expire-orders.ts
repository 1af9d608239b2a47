import { type Clock, type CommandContext, type EventLog, handle, type ReadModel } from '@boxoffice/common';
import type { MyOrder } from '../my-orders/projection.ts';
import { heldTicket } from '../order/held-ticket.ts';
import { order } from '../order/order.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly orders: ReadModel<MyOrder>;
}

/** How many are expired in one go. */
const AT_ONCE = 100;

/**
 * Ends the holds whose time has run out, each by a command that decides on the order as it is now: a payment or a
 * cancellation that came first stands. Which are due is asked of the read model, so a restart forgets nothing.
 */
export async function expireOrders({ log, clock, orders }: Dependencies): Promise<void> {
  const now = clock.now();
  const due = await orders.find(
    { status: 'placed', expiresAt: { $lte: now } },
    { sort: { expiresAt: 1 }, limit: AT_ONCE },
  );
  for (const { _id: orderId, ticketId } of due) await expire(log, orderId, ticketId, now);
}

async function expire(log: EventLog, orderId: string, ticketId: string, at: string): Promise<void> {
  const context: CommandContext = {
    // Not a fixed name: after a declined payment an order can be due again.
    commandId: crypto.randomUUID(),
    mayRepeat: false,
    correlationId: orderId,
    actor: 'system:expire-orders',
    at,
  };
  await handle(log, context, async (load) => {
    const placed = await load(order, orderId);
    const events = order.decide({ type: 'Expire', orderId, at }, placed.state);
    placed.emit(events);
    if (events.length === 0) return;
    const hold = await load(heldTicket, ticketId);
    hold.emit(heldTicket.decide({ type: 'Release', ticketId, orderId, reason: 'expired' }, hold.state));
  });
}
