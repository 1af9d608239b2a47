export { commands, projections, queries, workers } from './context.ts';
export { marketQueries } from './market/routes.ts';
export { salesQueries } from './sales/routes.ts';
export { type TicketDependencies, ticketCommands } from './ticket/routes.ts';
export { ticketHistoryQueries } from './ticket-history/routes.ts';
export { type TicketListing, ticketListings } from './ticket-listing/projection.ts';
export { type ListingDependencies, ticketListingQueries } from './ticket-listing/routes.ts';
