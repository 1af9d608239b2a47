import { type Document, type EventLog, recordedEvents } from '@boxoffice/common';
import { streamName, TicketView, ticketEvents } from '@boxoffice/contracts';
import { type TicketListing, ticketListings } from './projection.ts';

/** What clients see of a listing. */
export function viewOf(id: string, listing: TicketListing | Document<TicketListing>): TicketView {
  return TicketView.parse({ ...listing, id });
}

/** A ticket as the read model shows it at a position, folded from its stream: for replies to commands. */
export async function ticketView(log: EventLog, id: string, position: number): Promise<TicketView | undefined> {
  let listing: TicketListing | undefined;
  for (const commit of await log.readStream(streamName('ticket', id), position))
    for (const event of recordedEvents(commit, [ticketEvents]))
      if (event.data.ticketId === id) listing = ticketListings.apply(listing, event, id);
  return listing && viewOf(id, listing);
}
