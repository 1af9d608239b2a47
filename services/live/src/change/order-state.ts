import type { StreamType } from '@boxoffice/common';
import { type OrderEvent, type OrderStatus, orderEvents } from '@boxoffice/contracts';

/** What can be told of an order; nothing before it is placed. */
export type OrderState =
  | undefined
  | { readonly buyerId: string; readonly status: OrderStatus; readonly paidBy?: string };

/** An order, folded to what its buyer waits for. */
export const orderState: StreamType<OrderState, OrderEvent> = {
  events: orderEvents,

  initial: undefined,

  evolve(state, event) {
    if (event.type === 'OrderPlaced') return { buyerId: event.data.buyerId, status: 'placed' };
    if (!state) throw new Error(`${event.type} before OrderPlaced`);
    switch (event.type) {
      case 'OrderPaymentStarted':
        return { ...state, status: 'paying' };
      case 'OrderPaymentDelayed':
        return state;
      case 'OrderPaymentDeclined':
        // Of an order that has ended meanwhile it changes nothing.
        return { ...state, status: state.status === 'paying' ? 'placed' : state.status };
      case 'OrderPaid':
        return { ...state, status: 'paid', paidBy: event.data.paymentId };
      case 'OrderCancelled':
        return { ...state, status: 'cancelled' };
      case 'OrderExpired':
        return { ...state, status: 'expired' };
      case 'OrderRefundStarted':
      case 'OrderRefunded':
        // Money of another attempt goes back and changes nothing else.
        if (state.paidBy !== undefined && state.paidBy !== event.data.paymentId) return state;
        return { ...state, status: event.type === 'OrderRefunded' ? 'refunded' : 'refunding' };
    }
  },
};
