import type { Clock, EventLog, ReadModel } from '@boxoffice/common';
import { caughtUp, type Routes, refusals, setRevision } from '@boxoffice/common/http';
import { Id, TicketSearch, TicketSearchReply, TicketView } from '@boxoffice/contracts';
import { z } from 'zod';
import { TicketNotFound } from '../ticket/errors.ts';
import type { TicketListing } from './projection.ts';
import { searchTickets } from './search.ts';
import { viewOf } from './view.ts';

export interface ListingDependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly listings: ReadModel<TicketListing>;
}

const tags = ['tickets'];

/** Search, and one ticket. */
export function ticketListingQueries({ log, clock, listings }: ListingDependencies): Routes {
  return async (app) => {
    app.get(
      '/api/tickets',
      {
        schema: { tags, querystring: TicketSearch, response: { 200: TicketSearchReply, ...refusals('not-caught-up') } },
      },
      async (request, reply) => {
        await caughtUp(request, reply, listings, log);
        return searchTickets(listings, request.query, clock.now());
      },
    );

    app.get(
      '/api/tickets/:id',
      {
        schema: {
          tags,
          params: z.strictObject({ id: Id }),
          response: { 200: TicketView, ...refusals('ticket-not-found', 'not-caught-up') },
        },
      },
      async (request, reply) => {
        await caughtUp(request, reply, listings, log);
        const listing = await listings.get(request.params.id);
        if (!listing) throw new TicketNotFound();
        setRevision(reply, listing.revision);
        return viewOf(listing._id, listing);
      },
    );
  };
}
