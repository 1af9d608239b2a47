import type { Decider } from '@boxoffice/common';
import {
  type Money,
  OrderCancelled,
  type OrderEvent,
  OrderExpired,
  OrderPlaced,
  type OrderStatus,
  orderEvents,
  type StoredMoney,
  type TicketDetails,
} from '@boxoffice/contracts';
import { OrderClosed, OrderNotFound } from './errors.ts';

/** An order; nothing before it is placed. */
export type OrderState =
  | undefined
  | {
      readonly ticketId: string;
      readonly buyerId: string;
      readonly status: OrderStatus;
      readonly expiresAt: string;
      /** While a payment is under way: the provider has said that its outcome comes later. */
      readonly isDelayed?: boolean;
      readonly paidBy?: string;
    };

export type OrderCommand = { readonly orderId: string } & (
  | {
      readonly type: 'Place';
      readonly ticketId: string;
      readonly buyerId: string;
      readonly sellerId: string;
      readonly ticket: TicketDetails;
      readonly price: Money;
      readonly fee: StoredMoney;
      readonly total: StoredMoney;
      readonly expiresAt: string;
    }
  | { readonly type: 'Cancel'; readonly buyerId: string }
  | { readonly type: 'Expire'; readonly at: string }
);

/** An order as its buyer and the clock deal with it. Its payment is in `payments`. */
export const order: Decider<OrderState, OrderCommand, OrderEvent> = {
  events: orderEvents,

  initial: undefined,

  decide(command, state) {
    const { orderId } = command;
    switch (command.type) {
      case 'Place': {
        const { type: _, ...placed } = command;
        return state ? [] : [OrderPlaced.of(placed)];
      }
      case 'Cancel': {
        if (!state || state.buyerId !== command.buyerId) throw new OrderNotFound();
        if (state.status === 'cancelled') return [];
        // Who waits for a provider that takes its time may give up: money that still comes is seen to.
        if (state.status !== 'placed' && !state.isDelayed) throw new OrderClosed(state.status);
        return [OrderCancelled.of({ orderId, ticketId: state.ticketId })];
      }
      case 'Expire':
        if (state?.status !== 'placed' && state?.status !== 'paying') return [];
        if (command.at < state.expiresAt) return [];
        return [OrderExpired.of({ orderId, ticketId: state.ticketId })];
    }
  },

  evolve(state, event) {
    if (event.type === 'OrderPlaced') {
      const { ticketId, buyerId, expiresAt } = event.data;
      return { ticketId, buyerId, expiresAt, status: 'placed' };
    }
    if (!state) throw new Error(`${event.type} before OrderPlaced`);
    const { isDelayed: _, ...prompt } = state;
    switch (event.type) {
      case 'OrderPaymentStarted':
        return {
          ...prompt,
          status: 'paying',
          ...('expiresAt' in event.data ? { expiresAt: event.data.expiresAt } : {}),
        };
      case 'OrderPaymentDelayed':
        return { ...prompt, isDelayed: true };
      case 'OrderPaymentDeclined':
        // Of an order that has ended meanwhile it is good to know, and no more.
        return { ...prompt, status: state.status === 'paying' ? 'placed' : state.status };
      case 'OrderPaid':
        return { ...prompt, status: 'paid', paidBy: event.data.paymentId };
      case 'OrderCancelled':
        return { ...prompt, status: 'cancelled' };
      case 'OrderExpired':
        return { ...prompt, status: 'expired' };
      case 'OrderRefundStarted':
      case 'OrderRefunded':
        // Money of another attempt, which came after the order had been paid, goes back and changes nothing else.
        if (state.paidBy !== undefined && state.paidBy !== event.data.paymentId) return state;
        return { ...prompt, status: event.type === 'OrderRefunded' ? 'refunded' : 'refunding' };
    }
  },
};
