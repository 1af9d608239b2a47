import { type Recorded, recordedEvents } from '@boxoffice/common';
import {
  type Commit,
  MAX_PRICES,
  type PriceStep,
  streamName,
  type TicketEvent,
  type TicketHistoryEntry,
  ticketEvents,
} from '@boxoffice/contracts';

const what = {
  TicketListed: 'listed',
  TicketRepriced: 'repriced',
  TicketDetailsChanged: 'changed',
  TicketWithdrawn: 'withdrawn',
  TicketReserved: 'reserved',
  TicketHoldExtended: 'extended',
  TicketReleased: 'released',
  TicketSold: 'sold',
  TicketReturned: 'returned',
} as const satisfies Record<TicketEvent['type'], string>;

/** What these commits of its stream say of a ticket, the oldest first. Buyers are not named. */
export function historyOf(
  ticketId: string,
  commits: readonly Commit[],
): { entries: TicketHistoryEntry[]; prices: PriceStep[] } {
  const stream = streamName('ticket', ticketId);
  const events = commits
    .flatMap((commit) => recordedEvents(commit, [ticketEvents]))
    .filter((event) => event.stream === stream);
  return { entries: events.map(entryOf), prices: events.flatMap(priceOf).slice(-MAX_PRICES) };
}

function entryOf({ type, position, at, data }: Recorded<TicketEvent>): TicketHistoryEntry {
  return { position, at, what: what[type], ...('price' in data ? { price: data.price } : {}) };
}

function priceOf({ type, at, data }: Recorded<TicketEvent>): PriceStep[] {
  return type === 'TicketListed' || type === 'TicketRepriced' ? [{ at, price: data.price }] : [];
}
