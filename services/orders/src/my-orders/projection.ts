import type { Projection } from '@boxoffice/common';
import { type OrderEvent, type OrderView, orderEvents } from '@boxoffice/contracts';

/** An order as its buyer sees it. */
export type MyOrder = Omit<OrderView, 'id' | 'stale'>;

/** Every order, by its id: for its buyer's pages, and for what is due to expire. */
export const myOrders: Projection<MyOrder, OrderEvent> = {
  name: 'my-orders',
  version: 1,
  indexes: [{ key: { buyerId: 1, placedAt: -1, _id: -1 } }, { key: { expiresAt: 1 }, partial: { status: 'placed' } }],
  events: [orderEvents],

  keys: (event) => [event.data.orderId],

  apply(order, event) {
    const changed = { changedAt: event.at };
    if (event.type === 'OrderPlaced') {
      const { ticketId, buyerId, ticket, total, expiresAt } = event.data;
      const times = { placedAt: event.at, expiresAt, ...changed };
      return { ticketId, buyerId, ticket, total, status: 'placed', ...times, declines: 0 };
    }
    if (!order) throw new Error(`${event.type} before OrderPlaced`);
    switch (event.type) {
      case 'OrderPaymentStarted':
        return { ...order, status: 'paying', ...changed };
      case 'OrderPaymentDeclined':
        return { ...order, status: 'placed', ...changed, declines: order.declines + 1 };
      case 'OrderPaid':
        return { ...order, status: 'paid', ...changed };
      case 'OrderCancelled':
        return { ...order, status: 'cancelled', ...changed };
      case 'OrderExpired':
        return { ...order, status: 'expired', ...changed };
    }
  },
};
