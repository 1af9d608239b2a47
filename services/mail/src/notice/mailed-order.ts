import type { StreamType } from '@boxoffice/common';
import {
  costOf,
  type OrderEvent,
  orderEvents,
  type RefundReason,
  type StoredMoney,
  type TicketDetails,
} from '@boxoffice/contracts';

/** An order as mails tell of it. */
export interface MailedOrder {
  readonly orderId: string;
  readonly ticketId: string;
  readonly buyerId: string;
  readonly sellerId: string;
  readonly ticket: TicketDetails;
  readonly price: StoredMoney;
  readonly fee: StoredMoney;
  readonly total: StoredMoney;
  readonly expiresAt: string;
  /** How its hold ended. */
  readonly ended?: 'expired' | 'cancelled';
  /** The payment whose outcome is not known, also when the order has ended meanwhile. */
  readonly openPayment?: string;
  readonly paidBy?: string;
  /** Why the money of its last refund goes back. */
  readonly refundedFor?: RefundReason;
}

/** Folded up to the event that is told of; nothing before the order is placed. */
export const mailedOrder: StreamType<MailedOrder | undefined, OrderEvent> = {
  events: orderEvents,

  initial: undefined,

  evolve(order, event) {
    if (event.type === 'OrderPlaced') {
      const { orderId, ticketId, buyerId, sellerId, ticket, expiresAt } = event.data;
      return { orderId, ticketId, buyerId, sellerId, ticket, ...costOf(event.data), expiresAt };
    }
    if (!order) throw new Error(`${event.type} before OrderPlaced`);
    switch (event.type) {
      case 'OrderPaymentStarted': {
        const { paymentId: openPayment } = event.data;
        return { ...order, openPayment, ...('expiresAt' in event.data ? { expiresAt: event.data.expiresAt } : {}) };
      }
      case 'OrderPaymentDelayed':
        return order;
      case 'OrderPaymentDeclined':
        return settled(order, event);
      case 'OrderPaid':
        return { ...settled(order, event), paidBy: event.data.paymentId };
      case 'OrderCancelled':
        return { ...order, ended: 'cancelled' };
      case 'OrderExpired':
        return { ...order, ended: 'expired' };
      case 'OrderRefundStarted':
        return { ...settled(order, event), refundedFor: event.data.reason };
      case 'OrderRefunded':
        return order;
    }
  },
};

/** The order, the outcome of this payment being known. Another one may still be under way. */
function settled(order: MailedOrder, { data: { paymentId } }: { data: { paymentId: string } }): MailedOrder {
  const { openPayment, ...rest } = order;
  return openPayment === undefined || openPayment === paymentId ? rest : order;
}
