import { type Document, type EventLog, projectStream } from '@boxoffice/common';
import { streamName, TicketView } from '@boxoffice/contracts';
import { type TicketListing, ticketListings } from './projection.ts';

/** What clients see of a listing. */
export function viewOf(id: string, listing: TicketListing | Document<TicketListing>): TicketView {
  return TicketView.parse({ ...listing, id });
}

/** A ticket as the read model shows it at a position: for replies to commands. */
export async function ticketView(log: EventLog, id: string, position: number): Promise<TicketView | undefined> {
  const listing = await projectStream(ticketListings, log, streamName('ticket', id), id, position);
  return listing && viewOf(id, listing);
}
