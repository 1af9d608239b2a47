import type { Decider } from '@boxoffice/common';
import {
  costOf,
  type OrderEvent,
  OrderPaid,
  OrderPaymentDeclined,
  OrderPaymentDelayed,
  OrderPaymentStarted,
  OrderRefunded,
  OrderRefundStarted,
  type OrderStatus,
  orderEvents,
  type RefundReason,
  type StoredMoney,
} from '@boxoffice/contracts';
import { NothingToRefund, OrderNotFound, OrderNotPayable } from './errors.ts';

/** An order as payments see it; nothing before it is placed. */
export type PayableOrderState =
  | undefined
  | {
      readonly ticketId: string;
      readonly buyerId: string;
      readonly price: StoredMoney;
      readonly fee: StoredMoney;
      readonly total: StoredMoney;
      readonly expiresAt: string;
      readonly status: OrderStatus;
      /** A payment has begun, and the hold was made to last for it. */
      readonly isExtended: boolean;
      /** The payment whose outcome is not known, also when the order has ended meanwhile. */
      readonly paymentId?: string;
      readonly isDelayed?: boolean;
      readonly paidBy?: string;
    };

export type PayableOrderCommand = { readonly orderId: string; readonly paymentId: string } & (
  | { readonly type: 'StartPayment'; readonly buyerId: string; readonly at: string; readonly payUntil: string }
  | { readonly type: 'Delay' | 'Decline' | 'Pay' | 'FinishRefund' }
  | { readonly type: 'StartRefund'; readonly reason: RefundReason }
);

/** The payment of an order: one at a time; what becomes of its money also when it comes after the order has ended. */
export const payableOrder: Decider<PayableOrderState, PayableOrderCommand, OrderEvent> = {
  events: orderEvents,

  initial: undefined,

  decide(command, state) {
    const { orderId, paymentId } = command;
    if (!state) throw new OrderNotFound();
    const { ticketId, total, fee } = state;
    const isOpen = state.paymentId === paymentId;
    switch (command.type) {
      case 'StartPayment': {
        if (state.buyerId !== command.buyerId) throw new OrderNotFound();
        if (state.status !== 'placed') throw new OrderNotPayable(state.status);
        if (state.expiresAt <= command.at) throw new OrderNotPayable('expired');
        return [OrderPaymentStarted.of({ orderId, paymentId, expiresAt: holdUntil(state, command.payUntil) })];
      }
      case 'Delay':
        return isAwaited(state, paymentId) && !state.isDelayed ? [OrderPaymentDelayed.of({ orderId, paymentId })] : [];
      case 'Decline':
        return isOpen ? [OrderPaymentDeclined.of({ orderId, paymentId })] : [];
      case 'Pay':
        return [OrderPaid.of({ orderId, ticketId, paymentId, total, fee })];
      case 'StartRefund': {
        const { reason } = command;
        if (reason === 'operator' && state.status !== 'paid') throw new NothingToRefund(state.status);
        return [OrderRefundStarted.of({ orderId, ticketId, paymentId, reason, total, fee })];
      }
      case 'FinishRefund':
        return [OrderRefunded.of({ orderId, ticketId, paymentId })];
    }
  },

  evolve(state, event) {
    if (event.type === 'OrderPlaced') {
      const { ticketId, buyerId, expiresAt } = event.data;
      return { ticketId, buyerId, ...costOf(event.data), expiresAt, status: 'placed', isExtended: false };
    }
    if (!state) throw new Error(`${event.type} before OrderPlaced`);
    switch (event.type) {
      case 'OrderPaymentStarted': {
        const { paymentId } = event.data;
        const { expiresAt } = 'expiresAt' in event.data ? event.data : state;
        const { isDelayed: _, ...prompt } = state;
        return { ...prompt, status: 'paying', isExtended: true, expiresAt, paymentId };
      }
      case 'OrderPaymentDelayed':
        return { ...state, isDelayed: true };
      case 'OrderPaymentDeclined':
        return { ...settled(state, event), status: state.status === 'paying' ? 'placed' : state.status };
      case 'OrderPaid':
        return { ...settled(state, event), status: 'paid', paidBy: event.data.paymentId };
      case 'OrderCancelled':
        return { ...state, status: 'cancelled' };
      case 'OrderExpired':
        return { ...state, status: 'expired' };
      case 'OrderRefundStarted':
      case 'OrderRefunded':
        // Money of another attempt, which came after the order had been paid, goes back and changes nothing else.
        if (state.paidBy !== undefined && state.paidBy !== event.data.paymentId) return settled(state, event);
        return { ...settled(state, event), status: event.type === 'OrderRefunded' ? 'refunded' : 'refunding' };
    }
  },
};

type Payable = NonNullable<PayableOrderState>;

/** The order, once the outcome of this payment is known. That of another may still be open: it was overtaken. */
function settled(state: Payable, { data: { paymentId } }: { data: { paymentId: string } }): Payable {
  if (state.paymentId !== paymentId) return state;
  const { paymentId: _, isDelayed: _delayed, ...idle } = state;
  return idle;
}

/** When the hold ends once a payment has begun: it is made longer once, and never shorter. */
export function holdUntil({ isExtended, expiresAt }: Payable, payUntil: string): string {
  return !isExtended && payUntil > expiresAt ? payUntil : expiresAt;
}

/** Whether the order still waits for this payment. */
export function isAwaited(order: PayableOrderState, paymentId: string): boolean {
  return order?.status === 'paying' && order.paymentId === paymentId;
}
