import type { Decider } from '@boxoffice/common';
import {
  type Money,
  type TicketDetails,
  type TicketEvent,
  TicketReleased,
  TicketReserved,
  ticketEvents,
} from '@boxoffice/contracts';
import { OwnTicket, PriceChanged, ShowStarted, TicketNotForSale, TicketNotFound } from './errors.ts';

/** A ticket as buyers see it; nothing before it is listed. */
export type HeldTicketState =
  | undefined
  | {
      readonly sellerId: string;
      readonly details: TicketDetails;
      readonly price: Money;
      readonly status: 'available' | 'reserved' | 'sold' | 'withdrawn';
      /** The order that holds it, while reserved. */
      readonly heldBy?: string;
    };

export type HeldTicketCommand = { readonly ticketId: string; readonly orderId: string } & (
  | {
      readonly type: 'Reserve';
      readonly buyerId: string;
      readonly expectedPrice: Money | undefined;
      readonly expiresAt: string;
      readonly at: string;
    }
  | { readonly type: 'Release'; readonly reason: 'cancelled' | 'expired' }
);

/** The hold of an order on a ticket: it begins and ends in one commit with the order's own event. */
export const heldTicket: Decider<HeldTicketState, HeldTicketCommand, TicketEvent> = {
  events: ticketEvents,

  initial: undefined,

  decide(command, state) {
    if (!state) throw new TicketNotFound();
    const { ticketId, orderId } = command;
    switch (command.type) {
      case 'Reserve': {
        const { buyerId, expiresAt } = command;
        checkForSale(command, state);
        return [TicketReserved.of({ ticketId, orderId, buyerId, expiresAt })];
      }
      case 'Release':
        return state.heldBy === orderId ? [TicketReleased.of({ ticketId, orderId, reason: command.reason })] : [];
    }
  },

  evolve(state, event) {
    if (event.type === 'TicketListed') {
      const { ticketId: _, sellerId, price, ...details } = event.data;
      return { sellerId, details, price, status: 'available' };
    }
    if (!state) throw new Error(`${event.type} before TicketListed`);
    const { heldBy: _, ...free } = state;
    switch (event.type) {
      case 'TicketRepriced':
        return { ...state, price: event.data.price };
      case 'TicketDetailsChanged': {
        const { ticketId: _id, ...details } = event.data;
        return { ...state, details };
      }
      case 'TicketWithdrawn':
        return { ...free, status: 'withdrawn' };
      case 'TicketReserved':
        return { ...free, status: 'reserved', heldBy: event.data.orderId };
      case 'TicketHoldExtended':
        return state;
      case 'TicketReleased':
      case 'TicketReturned':
        return { ...free, status: 'available' };
      case 'TicketSold':
        return { ...free, status: 'sold' };
    }
  },
};

interface Wish {
  readonly buyerId: string;
  readonly expectedPrice: Money | undefined;
  readonly at: string;
}

function checkForSale({ buyerId, expectedPrice, at }: Wish, state: NonNullable<HeldTicketState>): void {
  const { sellerId, status, price, details } = state;
  if (sellerId === buyerId) throw new OwnTicket();
  if (status !== 'available') throw new TicketNotForSale(status);
  if (details.startsAt !== undefined && details.startsAt <= at) throw new ShowStarted();
  if (expectedPrice && (expectedPrice.amount !== price.amount || expectedPrice.currency !== price.currency))
    throw new PriceChanged(expectedPrice, price);
}
