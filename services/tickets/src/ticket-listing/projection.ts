import type { Projection } from '@boxoffice/common';
import { type TicketEvent, type TicketView, ticketEvents } from '@boxoffice/contracts';
import { localDay } from './local-day.ts';
import { folded, words } from './words.ts';

/** A ticket as it is shown and found. */
export interface TicketListing extends Omit<TicketView, 'id' | 'stale'> {
  /** The folded words of title, venue and city. */
  readonly words: readonly string[];
  readonly cityKey?: string | undefined;
  /** `startsAt`, or a time after all others for a show without a date. */
  readonly starts: string;
  /** The day on which the show begins where it takes place, as 2027-03-01. */
  readonly day?: string | undefined;
}

export const NO_DATE = '9999-12-31T23:59:59.999Z';

/** Every ticket, by its id: for the pages of tickets, for search and for sellers. */
export const ticketListings: Projection<TicketListing, TicketEvent> = {
  name: 'ticket-listings',
  version: 2,
  indexes: [
    { key: { words: 1, 'price.amount': 1, _id: 1 }, partial: { status: 'available' } },
    { key: { words: 1, starts: 1, _id: 1 }, partial: { status: 'available' } },
    { key: { 'price.amount': 1, _id: 1 }, partial: { status: 'available' } },
    { key: { starts: 1, _id: 1 }, partial: { status: 'available' } },
    { key: { listedAt: 1, _id: 1 }, partial: { status: 'available' } },
    { key: { sellerId: 1, listedAt: -1, _id: -1 } },
  ],
  events: [ticketEvents],

  keys: (event) => [event.data.ticketId],

  apply(listing, event) {
    const { at, revision } = event;
    const changed = { changedAt: at, revision };
    if (event.type === 'TicketListed') {
      const { ticketId: _, ...offer } = event.data;
      return { ...offer, status: 'available', listedAt: at, ...changed, ...searchable(offer) };
    }
    if (!listing) throw new Error(`${event.type} before TicketListed`);
    const { reservedUntil: _, ...free } = listing;
    switch (event.type) {
      case 'TicketRepriced':
        return { ...listing, price: event.data.price, ...changed };
      case 'TicketDetailsChanged': {
        const { ticketId: _id, ...details } = event.data;
        const { sellerId, price, status, listedAt } = listing;
        return { sellerId, ...details, price, status, listedAt, ...changed, ...searchable(details) };
      }
      case 'TicketWithdrawn':
        return { ...free, status: 'withdrawn', ...changed };
      case 'TicketReserved':
        return { ...free, status: 'reserved', reservedUntil: event.data.expiresAt, ...changed };
      case 'TicketHoldExtended':
        return { ...listing, reservedUntil: event.data.expiresAt, ...changed };
      case 'TicketReleased':
      case 'TicketReturned':
        return { ...free, status: 'available', ...changed };
      case 'TicketSold':
        return { ...free, status: 'sold', ...changed };
    }
  },
};

interface Findable {
  readonly title: string;
  readonly venue?: string | undefined;
  readonly city?: string | undefined;
  readonly startsAt?: string | undefined;
  readonly timeZone?: string | undefined;
}

function searchable({ title, venue = '', city, startsAt, timeZone }: Findable) {
  return {
    words: words(`${title} ${venue} ${city ?? ''}`),
    ...(city === undefined ? {} : { cityKey: folded(city) }),
    starts: startsAt ?? NO_DATE,
    ...(startsAt === undefined || timeZone === undefined ? {} : { day: localDay(startsAt, timeZone) }),
  };
}
