import type { Projection } from '@boxoffice/common';
import { costOf, type OrderEvent, type OrderPayment, type OrderView, orderEvents } from '@boxoffice/contracts';

/** An order as its buyer sees it. */
export type MyOrder = Omit<OrderView, 'id' | 'stale'>;

/** Every order, by its id: for its buyer's pages, and for what is due to expire. */
export const myOrders: Projection<MyOrder, OrderEvent> = {
  name: 'my-orders',
  version: 2,
  indexes: [
    { key: { buyerId: 1, placedAt: -1, _id: -1 } },
    { key: { expiresAt: 1 }, partial: { status: 'placed' } },
    { key: { expiresAt: 1, _id: 1 }, partial: { status: 'paying' } },
  ],
  events: [orderEvents],

  keys: (event) => [event.data.orderId],

  apply(order, event) {
    const { at } = event;
    const changed = { changedAt: at };
    if (event.type === 'OrderPlaced') {
      const { ticketId, buyerId, ticket, expiresAt } = event.data;
      const times = { placedAt: at, expiresAt, ...changed };
      return {
        ticketId,
        buyerId,
        ticket,
        ...costOf(event.data),
        status: 'placed',
        ...times,
        declines: 0,
        payments: [],
      };
    }
    if (!order) throw new Error(`${event.type} before OrderPlaced`);
    switch (event.type) {
      case 'OrderPaymentStarted': {
        const hold = 'expiresAt' in event.data ? { expiresAt: event.data.expiresAt } : {};
        return {
          ...order,
          status: 'paying',
          ...hold,
          ...changed,
          ...paying(order, event, { status: 'under-way', at }),
        };
      }
      case 'OrderPaymentDelayed':
        return { ...order, ...changed, ...paying(order, event, { status: 'delayed', at }) };
      case 'OrderPaymentDeclined': {
        const declined = paying(order, event, { status: 'declined', at });
        const status = order.status === 'paying' ? 'placed' : order.status;
        return { ...order, status, ...changed, declines: order.declines + 1, ...declined };
      }
      case 'OrderPaid':
        return { ...order, status: 'paid', ...changed, ...paying(order, event, { status: 'paid', at }) };
      case 'OrderCancelled':
        return { ...order, status: 'cancelled', ...changed };
      case 'OrderExpired':
        return { ...order, status: 'expired', ...changed };
      case 'OrderRefundStarted': {
        const { reason } = event.data;
        const refunding = paying(order, event, { status: 'refunding', at, reason });
        return { ...order, status: ended(order, event, 'refunding'), ...changed, ...refunding };
      }
      case 'OrderRefunded': {
        const refunded = paying(order, event, { status: 'refunded', at });
        return { ...order, status: ended(order, event, 'refunded'), ...changed, ...refunded };
      }
    }
  },
};

/** The payments of an order, one of them a step further. */
function paying(
  { payments }: MyOrder,
  { data: { paymentId: id } }: { data: { paymentId: string } },
  step: Omit<OrderPayment, 'id'>,
): Pick<MyOrder, 'payments'> {
  const before = payments.find((payment) => payment.id === id);
  const others = payments.filter((payment) => payment.id !== id);
  return { payments: [...others, { ...before, id, ...step }] };
}

/** Money of another attempt, which came after the order had been paid, goes back and changes nothing else. */
function ended(
  { status, payments }: MyOrder,
  { data: { paymentId } }: { data: { paymentId: string } },
  next: 'refunding' | 'refunded',
): MyOrder['status'] {
  // What an operator gives back is what had paid.
  const paid = payments.find((payment) => payment.status === 'paid' || payment.reason === 'operator');
  return paid && paid.id !== paymentId ? status : next;
}
