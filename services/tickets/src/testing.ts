import { catchUp } from '@boxoffice/common';
import { startApi } from '@boxoffice/common/testing';
import { details, market, price } from './controls.ts';
import { marketQueries } from './market/routes.ts';
import { salesQueries } from './sales/routes.ts';
import { ticketCommands } from './ticket/routes.ts';
import { ticketHistoryQueries } from './ticket-history/routes.ts';
import { type TicketListing, ticketListings } from './ticket-listing/projection.ts';
import { ticketListingQueries } from './ticket-listing/routes.ts';

/** The body of a request that lists a ticket. */
export const offer = { ...details, price };

/** All routes of tickets, on parts in memory. */
export function startTickets() {
  return startApi({
    routes({ log, clock, readModels }) {
      const listings = readModels.reader<TicketListing>(ticketListings);
      return [
        ticketCommands({ log, clock, market }),
        ticketListingQueries({ log, clock, listings }),
        ticketHistoryQueries({ log }),
        salesQueries({ log, listings }),
        marketQueries({ market }),
      ];
    },
    catchUp: ({ log, readModels }) => catchUp([ticketListings], log, readModels),
  });
}
