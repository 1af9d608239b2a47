import type { Decider } from '@boxoffice/common';
import {
  type Money,
  OrderCancelled,
  type OrderEvent,
  OrderExpired,
  OrderPlaced,
  type OrderStatus,
  orderEvents,
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
    };

export type OrderCommand = { readonly orderId: string } & (
  | {
      readonly type: 'Place';
      readonly ticketId: string;
      readonly buyerId: string;
      readonly sellerId: string;
      readonly ticket: TicketDetails;
      readonly total: Money;
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
        if (state.status !== 'placed') throw new OrderClosed(state.status);
        return [OrderCancelled.of({ orderId, ticketId: state.ticketId })];
      }
      case 'Expire':
        // While a payment is under way its outcome decides, not the clock.
        if (state?.status !== 'placed' || command.at < state.expiresAt) return [];
        return [OrderExpired.of({ orderId, ticketId: state.ticketId })];
    }
  },

  evolve(state, event) {
    if (event.type === 'OrderPlaced') {
      const { ticketId, buyerId, expiresAt } = event.data;
      return { ticketId, buyerId, expiresAt, status: 'placed' };
    }
    if (!state) throw new Error(`${event.type} before OrderPlaced`);
    switch (event.type) {
      case 'OrderPaymentStarted':
        return { ...state, status: 'paying' };
      case 'OrderPaymentDeclined':
        return { ...state, status: 'placed' };
      case 'OrderPaid':
        return { ...state, status: 'paid' };
      case 'OrderCancelled':
        return { ...state, status: 'cancelled' };
      case 'OrderExpired':
        return { ...state, status: 'expired' };
    }
  },
};
