import type { Decider } from '@boxoffice/common';
import {
  type Money,
  type TicketDetails,
  TicketDetailsChanged,
  type TicketEvent,
  TicketListed,
  TicketRepriced,
  type TicketStatus,
  TicketWithdrawn,
  ticketEvents,
} from '@boxoffice/contracts';
import { NotYourTicket, TicketLocked, TicketNotFound } from './errors.ts';

/** A listing; nothing before it is listed. */
export type TicketState =
  | undefined
  | {
      readonly sellerId: string;
      readonly details: TicketDetails;
      readonly price: Money;
      readonly status: TicketStatus;
    };

interface Offer {
  readonly details: TicketDetails;
  readonly price: Money;
}

export type TicketCommand = { readonly ticketId: string; readonly sellerId: string } & (
  | ({ readonly type: 'List' | 'Change' } & Offer)
  | { readonly type: 'Withdraw' }
);

/** A ticket as its seller deals with it. Buyers' side of the same stream is in `orders` and `payments`. */
export const ticket: Decider<TicketState, TicketCommand, TicketEvent> = {
  events: ticketEvents,

  initial: undefined,

  decide(command, state) {
    const { ticketId, sellerId } = command;
    switch (command.type) {
      case 'List':
        return state ? [] : [TicketListed.of({ ticketId, sellerId, ...command.details, price: command.price })];
      case 'Change':
        return change(command, open(state, sellerId));
      case 'Withdraw':
        if (state?.status === 'withdrawn' && state.sellerId === sellerId) return [];
        open(state, sellerId);
        return [TicketWithdrawn.of({ ticketId })];
    }
  },

  evolve(state, event) {
    if (event.type === 'TicketListed') {
      const { ticketId: _, sellerId, price, ...details } = event.data;
      return { sellerId, details, price, status: 'available' };
    }
    if (!state) throw new Error(`${event.type} before TicketListed`);
    switch (event.type) {
      case 'TicketRepriced':
        return { ...state, price: event.data.price };
      case 'TicketDetailsChanged': {
        const { ticketId: _, ...details } = event.data;
        return { ...state, details };
      }
      case 'TicketWithdrawn':
        return { ...state, status: 'withdrawn' };
      case 'TicketReserved':
        return { ...state, status: 'reserved' };
      case 'TicketHoldExtended':
        return state;
      case 'TicketReleased':
      case 'TicketReturned':
        return { ...state, status: 'available' };
      case 'TicketSold':
        return { ...state, status: 'sold' };
    }
  },
};

function open(state: TicketState, sellerId: string): NonNullable<TicketState> {
  if (!state) throw new TicketNotFound();
  if (state.sellerId !== sellerId) throw new NotYourTicket();
  if (state.status !== 'available') throw new TicketLocked(state.status);
  return state;
}

function change({ ticketId, details, price }: { ticketId: string } & Offer, state: NonNullable<TicketState>) {
  const events: TicketEvent[] = [];
  if (!sameDetails(details, state.details)) events.push(TicketDetailsChanged.of({ ticketId, ...details }));
  if (price.amount !== state.price.amount || price.currency !== state.price.currency)
    events.push(TicketRepriced.of({ ticketId, price }));
  return events;
}

function sameDetails(left: TicketDetails, right: TicketDetails): boolean {
  const keys = Object.keys({ ...left, ...right }) as (keyof TicketDetails)[];
  return keys.every((key) => left[key] === right[key]);
}
