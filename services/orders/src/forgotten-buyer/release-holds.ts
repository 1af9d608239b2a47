import { type EventLog, handle, type Reaction, type ReadModel } from '@boxoffice/common';
import { type UserEvent, userEvents } from '@boxoffice/contracts';
import type { MyOrder } from '../my-orders/projection.ts';
import { heldTicket } from '../order/held-ticket.ts';
import { order } from '../order/order.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly orders: ReadModel<MyOrder>;
}

/** What the orders of a forgotten buyer are found with must have reached this, within so many milliseconds. */
const PATIENCE = 10_000;

/**
 * Cancels what somebody has reserved who has deleted their account. An order that is being paid is left to its outcome;
 * one that was reserved at the same moment, or whose payment is declined later, runs out by itself.
 */
export function releaseHolds({ log, orders }: Dependencies): Reaction<UserEvent> {
  return {
    name: 'release-holds',
    events: [userEvents],
    concerns: ({ type }) => type === 'UserForgotten',

    async react({ data: { userId: buyerId }, position }, context) {
      if (!(await orders.reached(position, PATIENCE)))
        throw new Error(`the orders of ${buyerId} are not known up to position ${position}`);
      for (const { _id: orderId, ticketId } of await orders.find({ buyerId, status: { $in: ['placed', 'paying'] } }))
        await handle(log, { ...context, commandId: `${context.commandId}.${orderId}` }, async (load) => {
          const placed = await load(order, orderId);
          if (placed.state?.status !== 'placed') return;
          const hold = await load(heldTicket, ticketId);
          placed.emit(order.decide({ type: 'Cancel', orderId, buyerId }, placed.state));
          hold.emit(heldTicket.decide({ type: 'Release', ticketId, orderId, reason: 'cancelled' }, hold.state));
        });
    },
  };
}
