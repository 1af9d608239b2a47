import {
  type MarketView,
  streamName,
  TicketDetailsChanged,
  TicketHoldExtended,
  TicketListed,
  TicketReleased,
  TicketRepriced,
  TicketReserved,
  TicketReturned,
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
export const holdExtended = sampleOf(TicketHoldExtended);
export const released = sampleOf(TicketReleased);
export const sold = sampleOf(TicketSold);
export const returned = sampleOf(TicketReturned);

export const { ticketId, sellerId, price, ...details } = listed.data;
export const { buyerId } = reserved.data;
export const stream = streamName('ticket', ticketId);

export const market: MarketView = { currency: 'EUR', holdSeconds: 900, paySeconds: 600, feeBasisPoints: 500 };
