import {
  type AnyProjection,
  type Clock,
  type EventLog,
  type ReactionOptions,
  type ReadModels,
  startReaction,
  type Worker,
} from '@boxoffice/common';
import type { Routes } from '@boxoffice/common/http';
import type { MarketView, TicketEvent, UserEvent } from '@boxoffice/contracts';
import { withdrawListings } from './forgotten-seller/withdraw-listings.ts';
import { marketQueries } from './market/routes.ts';
import { salesQueries } from './sales/routes.ts';
import { ticketHistoryQueries } from './ticket-history/routes.ts';
import { type TicketListing, ticketListings } from './ticket-listing/projection.ts';
import { ticketListingQueries } from './ticket-listing/routes.ts';

export { ticketCommands as commands } from './ticket/routes.ts';

/** What the log is folded into here. */
export const projections: readonly AnyProjection[] = [ticketListings];

interface Dependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly readModels: ReadModels;
  readonly market: MarketView;
}

/** Every question about tickets, and about the market as a whole. */
export function queries({ log, clock, readModels, market }: Dependencies): Routes {
  const listings = readModels.reader<TicketListing>(ticketListings);
  return async (app) => {
    await app.register(ticketListingQueries({ log, clock, listings }));
    await app.register(ticketHistoryQueries({ log }));
    await app.register(salesQueries({ log, listings }));
    await app.register(marketQueries({ market }));
  };
}

type WorkerDependencies = Omit<ReactionOptions<UserEvent | TicketEvent>, 'reaction'> & {
  readonly readModels: ReadModels;
};

/** What is done without being asked: what somebody sells who has deleted their account is withdrawn. */
export function workers({ readModels, ...options }: WorkerDependencies): Worker[] {
  const listings = readModels.reader<TicketListing>(ticketListings);
  return [startReaction({ ...options, reaction: withdrawListings({ log: options.log, listings }) })];
}
