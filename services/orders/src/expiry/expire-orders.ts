import { type Clock, type CommandContext, type EventLog, handle, type ReadModel } from '@boxoffice/common';
import { streamName } from '@boxoffice/contracts';
import type { MyOrder } from '../my-orders/projection.ts';
import { heldTicket } from '../order/held-ticket.ts';
import { order } from '../order/order.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly orders: ReadModel<MyOrder>;
  /** Told of an order that could not be dealt with; the others are. */
  readonly onError: (error: unknown) => void;
}

/** How many are expired in one go. */
const AT_ONCE = 100;

/**
 * Ends the holds whose time has run out, each by a command that decides on the order as it is now: a payment or a
 * cancellation that came first stands. Which are due is asked of the read model, so a restart forgets nothing.
 */
export async function expireOrders({ log, clock, orders, onError }: Dependencies): Promise<void> {
  const now = clock.now();
  const failed: string[] = [];
  for (;;) {
    const due = await orders.find(
      { status: { $in: ['placed', 'paying'] }, expiresAt: { $lte: now }, _id: { $nin: failed } },
      { sort: { expiresAt: 1 }, limit: AT_ONCE },
    );
    for (const { _id, ticketId } of due)
      await expire(log, _id, ticketId, now).catch((error) => {
        failed.push(_id);
        onError(error);
      });
    // What was expired just now is still due in a read model that follows a moment later.
    if (due.length < AT_ONCE || failed.length === 0) return;
  }
}

async function expire(log: EventLog, orderId: string, ticketId: string, at: string): Promise<void> {
  const placedBy = (await log.readStream(streamName('order', orderId)))[0];
  const context: CommandContext = {
    // Not a fixed name: after a declined payment an order can be due again.
    commandId: crypto.randomUUID(),
    mayRepeat: false,
    correlationId: placedBy?.correlationId ?? orderId,
    causationId: placedBy && String(placedBy.position),
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
