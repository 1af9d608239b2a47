import { type CommandContext, type EventLog, fold, handle, type Reaction, type ReadModel } from '@boxoffice/common';
import { streamName, type TicketEvent, ticketEvents, type UserEvent, userEvents } from '@boxoffice/contracts';
import { ticket } from '../ticket/ticket.ts';
import type { TicketListing } from '../ticket-listing/projection.ts';
import { seller } from './seller.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly listings: ReadModel<TicketListing>;
}

/** What the listings of a forgotten seller are found with must have reached this, within so many milliseconds. */
const PATIENCE = 10_000;
const AT_ONCE = 100;

/** After these a ticket is for sale. */
const forSale = ['TicketListed', 'TicketReleased', 'TicketReturned'];

/**
 * Withdraws what somebody sells who has deleted their account: what is for sale then, and what comes to be for sale
 * later, because it was reserved or sold, or because its seller was listing it at that moment.
 */
export function withdrawListings({ log, listings }: Dependencies): Reaction<UserEvent | TicketEvent> {
  async function withdraw(ticketId: string, context: CommandContext): Promise<void> {
    const { state } = await fold(log, ticket, streamName('ticket', ticketId));
    if (!state || !(await fold(log, seller, streamName('user', state.sellerId))).state.isForgotten) return;
    await handle(log, context, async (load) => {
      const listing = await load(ticket, ticketId);
      // A hold is left to its buyer: its end brings the ticket here again.
      if (listing.state?.status !== 'available') return;
      const { sellerId } = listing.state;
      listing.emit(ticket.decide({ type: 'Withdraw', ticketId, sellerId }, listing.state));
    });
  }

  async function withdrawAll(sellerId: string, position: number, context: CommandContext): Promise<void> {
    if (!(await listings.reached(position, PATIENCE)))
      throw new Error(`the listings of ${sellerId} are not known up to position ${position}`);
    const status = { $in: ['available', 'reserved'] };
    for (let last = ''; ; ) {
      const found = await listings.find({ sellerId, status, _id: { $gt: last } }, { sort: { _id: 1 }, limit: AT_ONCE });
      for (const { _id } of found) await withdraw(_id, { ...context, commandId: `${context.commandId}.${_id}` });
      last = found.at(-1)?._id ?? last;
      if (found.length < AT_ONCE) return;
    }
  }

  return {
    name: 'withdraw-listings',
    events: [userEvents, ticketEvents],
    concerns: ({ type }) => type === 'UserForgotten' || forSale.includes(type),
    react: ({ data, position }, context) =>
      'ticketId' in data ? withdraw(data.ticketId, context) : withdrawAll(data.userId, position, context),
  };
}
