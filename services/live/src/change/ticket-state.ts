import type { StreamType } from '@boxoffice/common';
import { type StoredMoney, type TicketEvent, type TicketStatus, ticketEvents } from '@boxoffice/contracts';

/** What can be told of a ticket; nothing before it is listed. */
export type TicketState =
  | undefined
  | {
      readonly sellerId: string;
      readonly status: TicketStatus;
      readonly price: StoredMoney;
      readonly reservedUntil?: string;
    };

/** A ticket, folded to what can change under the eyes of somebody who looks at it. */
export const ticketState: StreamType<TicketState, TicketEvent> = {
  events: ticketEvents,

  initial: undefined,

  evolve(state, event) {
    if (event.type === 'TicketListed') {
      const { sellerId, price } = event.data;
      return { sellerId, price, status: 'available' };
    }
    if (!state) throw new Error(`${event.type} before TicketListed`);
    const { reservedUntil: _, ...free } = state;
    switch (event.type) {
      case 'TicketRepriced':
        return { ...state, price: event.data.price };
      case 'TicketDetailsChanged':
        return state;
      case 'TicketWithdrawn':
        return { ...free, status: 'withdrawn' };
      case 'TicketReserved':
      case 'TicketHoldExtended':
        return { ...free, status: 'reserved', reservedUntil: event.data.expiresAt };
      case 'TicketReleased':
      case 'TicketReturned':
        return { ...free, status: 'available' };
      case 'TicketSold':
        return { ...free, status: 'sold' };
    }
  },
};
