import type { Decider } from '@boxoffice/common';
import {
  type Money,
  type OrderEvent,
  OrderPaid,
  OrderPaymentDeclined,
  OrderPaymentStarted,
  type OrderStatus,
  orderEvents,
} from '@boxoffice/contracts';
import { OrderNotFound, OrderNotPayable } from './errors.ts';

/** An order as payments see it; nothing before it is placed. */
export type PayableOrderState =
  | undefined
  | {
      readonly ticketId: string;
      readonly buyerId: string;
      readonly total: Money;
      readonly expiresAt: string;
      readonly status: OrderStatus;
      /** The payment that is under way. */
      readonly paymentId?: string;
    };

export type PayableOrderCommand = { readonly orderId: string; readonly paymentId: string } & (
  | { readonly type: 'StartPayment'; readonly buyerId: string; readonly at: string }
  | { readonly type: 'SettlePayment'; readonly succeeded: boolean }
);

/** The payment of an order: while one is under way no other begins, and neither clock nor buyer ends the hold. */
export const payableOrder: Decider<PayableOrderState, PayableOrderCommand, OrderEvent> = {
  events: orderEvents,

  initial: undefined,

  decide(command, state) {
    const { orderId, paymentId } = command;
    if (!state) throw new OrderNotFound();
    switch (command.type) {
      case 'StartPayment':
        if (state.buyerId !== command.buyerId) throw new OrderNotFound();
        if (state.status !== 'placed') throw new OrderNotPayable(state.status);
        if (state.expiresAt <= command.at) throw new OrderNotPayable('expired');
        return [OrderPaymentStarted.of({ orderId, paymentId })];
      case 'SettlePayment':
        if (state.paymentId !== paymentId) throw new Error(`order ${orderId} does not wait for payment ${paymentId}`);
        return command.succeeded
          ? [OrderPaid.of({ orderId, ticketId: state.ticketId, paymentId })]
          : [OrderPaymentDeclined.of({ orderId, paymentId })];
    }
  },

  evolve(state, event) {
    if (event.type === 'OrderPlaced') {
      const { ticketId, buyerId, total, expiresAt } = event.data;
      return { ticketId, buyerId, total, expiresAt, status: 'placed' };
    }
    if (!state) throw new Error(`${event.type} before OrderPlaced`);
    const { paymentId: _, ...idle } = state;
    switch (event.type) {
      case 'OrderPaymentStarted':
        return { ...idle, status: 'paying', paymentId: event.data.paymentId };
      case 'OrderPaymentDeclined':
        return { ...idle, status: 'placed' };
      case 'OrderPaid':
        return { ...idle, status: 'paid' };
      case 'OrderCancelled':
        return { ...idle, status: 'cancelled' };
      case 'OrderExpired':
        return { ...idle, status: 'expired' };
    }
  },
};
