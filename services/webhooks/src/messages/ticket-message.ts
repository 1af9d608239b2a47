import type { Recorded, StreamType } from '@boxoffice/common';
import { type StoredMoney, type TicketEvent, ticketEvents } from '@boxoffice/contracts';
import type { Message } from './message.ts';

/** What is on offer; nothing before it is listed. */
export type Offer = undefined | { readonly price: StoredMoney; readonly quantity: number };

/** A ticket as its seller's webhooks speak of it. */
export const offered: StreamType<Offer, TicketEvent> = {
  events: ticketEvents,
  initial: undefined,
  evolve(offer, event) {
    switch (event.type) {
      case 'TicketListed':
        return { price: event.data.price, quantity: event.data.quantity };
      case 'TicketRepriced':
        return offer && { ...offer, price: event.data.price };
      case 'TicketDetailsChanged':
        return offer && { ...offer, quantity: event.data.quantity };
      case 'TicketWithdrawn':
      case 'TicketReserved':
      case 'TicketHoldExtended':
      case 'TicketReleased':
      case 'TicketSold':
      case 'TicketReturned':
        return offer;
    }
  },
};

/** What its seller is told of an event, when this is on offer after it. */
export function ticketMessage(event: Recorded<TicketEvent>, offer: NonNullable<Offer>): Message | undefined {
  const { at: timestamp, position } = event;
  const about = { position, ticketId: event.data.ticketId };
  switch (event.type) {
    case 'TicketListed':
      return { type: 'ticket.listed', timestamp, data: { ...about, ...offer } };
    case 'TicketRepriced':
    case 'TicketDetailsChanged':
      return { type: 'ticket.changed', timestamp, data: { ...about, ...offer } };
    case 'TicketReserved':
      return { type: 'ticket.reserved', timestamp, data: { ...about, expiresAt: event.data.expiresAt } };
    case 'TicketReleased':
      return { type: 'ticket.released', timestamp, data: { ...about, reason: event.data.reason } };
    case 'TicketSold':
      return { type: 'ticket.sold', timestamp, data: { ...about, price: event.data.price } };
    case 'TicketReturned':
      return { type: 'ticket.returned', timestamp, data: about };
    case 'TicketWithdrawn':
      return { type: 'ticket.withdrawn', timestamp, data: about };
    case 'TicketHoldExtended':
      return undefined;
  }
}
