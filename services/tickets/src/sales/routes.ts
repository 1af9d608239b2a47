import type { EventLog, ReadModel } from '@boxoffice/common';
import { caughtUp, cursorPage, type Routes, refusals, signedIn } from '@boxoffice/common/http';
import { SalesQuery, SalesReply } from '@boxoffice/contracts';
import type { TicketListing } from '../ticket-listing/projection.ts';
import { viewOf } from '../ticket-listing/view.ts';
import { salesTotals } from './totals.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly listings: ReadModel<TicketListing>;
}

/** A seller's own listings, the newest first, whatever has become of them, and what they come to. */
export function salesQueries({ log, listings }: Dependencies): Routes {
  return async (app) => {
    app.get(
      '/api/sales',
      {
        schema: {
          tags: ['sales'],
          querystring: SalesQuery,
          response: { 200: SalesReply, ...refusals('not-signed-in', 'not-caught-up') },
        },
      },
      async (request, reply) => {
        const { userId: sellerId } = signedIn(request);
        const { cursor, limit } = request.query;
        reply.header('cache-control', 'no-store');
        await caughtUp(request, reply, listings, log);
        const order = { field: 'listedAt', direction: -1 } as const;
        const [page, totals] = await Promise.all([
          cursorPage(listings, [{ sellerId }], order, { cursor, limit }),
          salesTotals(listings, sellerId),
        ]);
        return { ...page, items: page.items.map((listing) => viewOf(listing._id, listing)), totals };
      },
    );
  };
}
