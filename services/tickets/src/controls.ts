import {
  type MarketView,
  streamName,
  TicketDetailsChanged,
  TicketListed,
  TicketReleased,
  TicketRepriced,
  TicketReserved,
  TicketSold,
  TicketWithdrawn,
} from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';

/** The life of one ticket, as its events tell it. */
export const listed = sampleOf(TicketListed);
export const repriced = sampleOf(TicketRepriced);
export const detailsChanged = sampleOf(TicketDetailsChanged);
export const withdrawn = sampleOf(TicketWithdrawn);
export const reserved = sampleOf(TicketReserved);
export const released = sampleOf(TicketReleased);
export const sold = sampleOf(TicketSold);

export const { ticketId, sellerId, price, ...details } = listed.data;
export const { buyerId } = reserved.data;
export const stream = streamName('ticket', ticketId);

export const market: MarketView = { currency: 'EUR', holdSeconds: 900 };
