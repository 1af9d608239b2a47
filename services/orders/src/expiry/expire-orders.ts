import {
  type Clock,
  type CommandContext,
  type Document,
  type EventLog,
  handle,
  type ReadModel,
} from '@boxoffice/common';
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
  /** When it is aborted, what is left is left to the next time. */
  readonly signal?: AbortSignal;
}

/** How many are looked up, and expired at the same time. */
const AT_ONCE = 100;

/**
 * Ends the holds whose time has run out, each by a command that decides on the order as it is now: a payment or a
 * cancellation that came first stands. Which are due is asked of the read model, so a restart forgets nothing.
 */
export async function expireOrders({ log, clock, orders, onError, signal }: Dependencies): Promise<void> {
  const now = clock.now();
  for await (const due of dueBy(now, orders)) {
    await Promise.all(due.map(({ _id, ticketId }) => expire(log, _id, ticketId, now).catch(onError)));
    if (signal?.aborted) return;
  }
}

/** What is due, the first that were due first. One status after the other: each has an index of its own. */
async function* dueBy(now: string, orders: ReadModel<MyOrder>): AsyncGenerator<Document<MyOrder>[], void> {
  for (const status of ['placed', 'paying'])
    for (let after = { expiresAt: '', _id: '' }; ; ) {
      // What was expired just now is still due in a read model that follows a moment later.
      const { expiresAt, _id } = after;
      const beyond = [{ expiresAt: { $gt: expiresAt } }, { expiresAt, _id: { $gt: _id } }];
      const filter = { status, expiresAt: { $gte: expiresAt, $lte: now }, $or: beyond };
      const due = await orders.find(filter, { sort: { expiresAt: 1, _id: 1 }, limit: AT_ONCE });
      yield due;
      after = due.at(-1) ?? after;
      if (due.length < AT_ONCE) break;
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
