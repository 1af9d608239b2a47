import type { Recorded, StreamType } from '@boxoffice/common';
import { costOf, type OrderEvent, orderEvents, type RefundReason, type StoredMoney } from '@boxoffice/contracts';
import type { Message } from './message.ts';

/** What an order costs, and what of it is on its way back, by payment; nothing before it is placed. */
export type Bill =
  | undefined
  | (ReturnType<typeof costOf> & {
      readonly ticketId: string;
      readonly refunds: Readonly<Record<string, { readonly amount: StoredMoney; readonly reason: RefundReason }>>;
    });

/** An order as its buyer's webhooks speak of it. */
export const billed: StreamType<Bill, OrderEvent> = {
  events: orderEvents,
  initial: undefined,
  evolve(bill, event) {
    switch (event.type) {
      case 'OrderPlaced':
        return { ...costOf(event.data), ticketId: event.data.ticketId, refunds: {} };
      case 'OrderRefundStarted': {
        const { paymentId, total: amount, reason } = event.data;
        return bill && { ...bill, refunds: { ...bill.refunds, [paymentId]: { amount, reason } } };
      }
      case 'OrderPaymentStarted':
      case 'OrderPaymentDelayed':
      case 'OrderPaymentDeclined':
      case 'OrderPaid':
      case 'OrderCancelled':
      case 'OrderExpired':
      case 'OrderRefunded':
        return bill;
    }
  },
};

/** What its buyer is told of an event, when the order stands so after it. */
export function orderMessage(event: Recorded<OrderEvent>, bill: NonNullable<Bill>): Message | undefined {
  const { at: timestamp, position } = event;
  const { ticketId, price, fee, total } = bill;
  const about = { position, orderId: event.data.orderId, ticketId };
  switch (event.type) {
    case 'OrderPlaced': {
      const { expiresAt } = event.data;
      return { type: 'order.placed', timestamp, data: { ...about, price, fee, total, expiresAt } };
    }
    case 'OrderPaid':
      return { type: 'order.paid', timestamp, data: { ...about, paymentId: event.data.paymentId, total } };
    case 'OrderExpired':
      return { type: 'order.expired', timestamp, data: about };
    case 'OrderCancelled':
      return { type: 'order.cancelled', timestamp, data: about };
    case 'OrderRefunded': {
      const { paymentId } = event.data;
      const { amount, reason } = bill.refunds[paymentId] ?? { amount: total, reason: 'operator' };
      return { type: 'order.refunded', timestamp, data: { ...about, paymentId, amount, reason } };
    }
    case 'OrderPaymentStarted':
    case 'OrderPaymentDelayed':
    case 'OrderPaymentDeclined':
    case 'OrderRefundStarted':
      return undefined;
  }
}
