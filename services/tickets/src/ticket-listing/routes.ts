import type { Clock, EventLog, ReadModel } from '@boxoffice/common';
import { caughtUp, type Routes, refusals, setRevision } from '@boxoffice/common/http';
import {
  Id,
  SimilarReply,
  SuggestionsQuery,
  SuggestionsReply,
  TicketSearch,
  TicketSearchReply,
  TicketView,
} from '@boxoffice/contracts';
import { z } from 'zod';
import { TicketNotFound } from '../ticket/errors.ts';
import type { TicketListing } from './projection.ts';
import { searchTickets } from './search.ts';
import { similarTickets } from './similar.ts';
import { suggestionsFor } from './suggestions.ts';
import { viewOf } from './view.ts';

export interface ListingDependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly listings: ReadModel<TicketListing>;
}

const tags = ['tickets'];
const params = z.strictObject({ id: Id });

/** Search, what helps to search, and one ticket. */
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
      '/api/tickets/suggestions',
      {
        schema: {
          tags,
          querystring: SuggestionsQuery,
          response: { 200: SuggestionsReply, ...refusals('not-caught-up') },
        },
      },
      async (request, reply) => {
        await caughtUp(request, reply, listings, log);
        return { items: await suggestionsFor(listings, request.query.q, clock.now()) };
      },
    );

    app.get(
      '/api/tickets/:id/similar',
      {
        schema: { tags, params, response: { 200: SimilarReply, ...refusals('ticket-not-found', 'not-caught-up') } },
      },
      async (request, reply) => {
        await caughtUp(request, reply, listings, log);
        const listing = await listings.get(request.params.id);
        if (!listing) throw new TicketNotFound();
        const similar = await similarTickets(listings, listing, clock.now());
        return { items: similar.map((one) => viewOf(one._id, one)) };
      },
    );

    app.get(
      '/api/tickets/:id',
      {
        schema: {
          tags,
          params,
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
