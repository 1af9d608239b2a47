import { z } from 'zod';
import { defineEvent, type EventOf, eventSet } from './event.ts';
import { Id } from './id.ts';
import { Money, StoredMoney } from './money.ts';
import { page, pageQuery } from './page.ts';
import { line } from './text.ts';
import { Instant, InstantInput, TimeZone, TimeZoneInput } from './time.ts';

/** What is for sale, in stored form. All tickets of one listing are sold together, for one price. */
const details = {
  title: z.string(),
  venue: z.string().optional(),
  city: z.string().optional(),
  /** UTC; `timeZone` is the show's own, and both are there or neither. */
  startsAt: Instant.optional(),
  timeZone: TimeZone.optional(),
  section: z.string().optional(),
  row: z.string().optional(),
  seat: z.string().optional(),
  quantity: z.int().min(1),
};

/** What a seller says of the show and the seats, without the price. */
export const TicketDetails = z.object(details);
export type TicketDetails = z.infer<typeof TicketDetails>;

export const TicketListed = defineEvent('TicketListed', 1, {
  ticketId: Id,
  sellerId: Id,
  ...details,
  price: StoredMoney,
});
export const TicketRepriced = defineEvent('TicketRepriced', 1, { ticketId: Id, price: StoredMoney });
export const TicketDetailsChanged = defineEvent('TicketDetailsChanged', 1, { ticketId: Id, ...details });
export const TicketWithdrawn = defineEvent('TicketWithdrawn', 1, { ticketId: Id });
/** In one commit with `OrderPlaced`. */
export const TicketReserved = defineEvent('TicketReserved', 1, {
  ticketId: Id,
  orderId: Id,
  buyerId: Id,
  expiresAt: Instant,
});
/** In one commit with `OrderPaymentStarted`: the hold lasts longer, so that there is time to pay. */
export const TicketHoldExtended = defineEvent('TicketHoldExtended', 1, {
  ticketId: Id,
  orderId: Id,
  expiresAt: Instant,
});
/** In one commit with the order's end: the ticket is for sale again. */
export const TicketReleased = defineEvent('TicketReleased', 1, {
  ticketId: Id,
  orderId: Id,
  reason: z.enum(['cancelled', 'expired']),
});
/** In one commit with `OrderPaid`. */
export const TicketSold = defineEvent('TicketSold', 1, { ticketId: Id, orderId: Id, buyerId: Id, price: StoredMoney });
/** In one commit with `OrderRefundStarted`: the sale is undone, the ticket is for sale again. */
export const TicketReturned = defineEvent('TicketReturned', 1, { ticketId: Id, orderId: Id });

const contracts = [
  TicketListed,
  TicketRepriced,
  TicketDetailsChanged,
  TicketWithdrawn,
  TicketReserved,
  TicketHoldExtended,
  TicketReleased,
  TicketSold,
  TicketReturned,
] as const;
/** What happens to a ticket, on `ticket-<id>`. */
export const ticketEvents = eventSet('ticket', contracts);
export type TicketEvent = EventOf<(typeof contracts)[number]>;

/** The most tickets that one listing has. */
export const MAX_QUANTITY = 20;

/** The body of `POST /api/tickets` and of `PUT /api/tickets/:id`, which replaces all of it. */
export const TicketInput = z
  .strictObject({
    title: line(200),
    price: Money,
    venue: line(120).optional(),
    city: line(80).optional(),
    startsAt: InstantInput.optional(),
    timeZone: TimeZoneInput.optional(),
    section: line(40).optional(),
    row: line(20).optional(),
    seat: line(40).optional(),
    quantity: z.int().min(1).max(MAX_QUANTITY).default(1),
  })
  .refine((ticket) => (ticket.startsAt === undefined) === (ticket.timeZone === undefined), {
    path: ['timeZone'],
    error: "startsAt and timeZone belong together: the show's moment and its own time zone",
  })
  .meta({ id: 'TicketOffer' });
export type TicketInput = z.infer<typeof TicketInput>;

export const TicketStatus = z.enum(['available', 'reserved', 'sold', 'withdrawn']);
export type TicketStatus = z.infer<typeof TicketStatus>;

export const TicketView = z
  .object({
    id: Id,
    sellerId: Id,
    ...details,
    price: StoredMoney,
    status: TicketStatus,
    /** While reserved: when the hold ends unless it is paid. */
    reservedUntil: Instant.optional(),
    listedAt: Instant,
    changedAt: Instant,
    /** The ticket's revision: sent back as `If-Match`, it refuses a change made on an older reading. */
    revision: z.int(),
    /** Something has happened to it that cannot be shown yet. */
    stale: z.literal(true).optional(),
  })
  .meta({ id: 'Ticket' });
export type TicketView = z.infer<typeof TicketView>;

/** One thing that happened to a ticket. Who bought or reserved it is nobody's business. */
export const TicketHistoryEntry = z.object({
  position: z.int(),
  at: Instant,
  what: z.enum(['listed', 'repriced', 'changed', 'withdrawn', 'reserved', 'extended', 'released', 'sold', 'returned']),
  price: StoredMoney.optional(),
});
export type TicketHistoryEntry = z.infer<typeof TicketHistoryEntry>;

/** What the seller asked from a moment on. */
export const PriceStep = z.object({ at: Instant, price: StoredMoney });
export type PriceStep = z.infer<typeof PriceStep>;

/** The most prices that a history tells: the latest. */
export const MAX_PRICES = 1000;

/** The oldest first. `ticket` and `prices` are those of the moment that was asked for, on every page. */
export const TicketHistoryReply = page(TicketHistoryEntry)
  .extend({ ticket: TicketView, prices: z.array(PriceStep) })
  .meta({ id: 'TicketHistory' });
export type TicketHistoryReply = z.infer<typeof TicketHistoryReply>;

export const SalesQuery = z.strictObject(pageQuery);

/** What all of a seller's listings of one state come to; of each currency apart, should there be several. */
export const SalesTotal = z
  .object({ status: TicketStatus, count: z.int(), price: StoredMoney })
  .meta({ id: 'SalesTotal' });
export type SalesTotal = z.infer<typeof SalesTotal>;

/** `totals` are those of all listings, on every page. */
export const SalesReply = page(TicketView)
  .extend({ totals: z.array(SalesTotal) })
  .meta({ id: 'Sales' });
export type SalesReply = z.infer<typeof SalesReply>;
