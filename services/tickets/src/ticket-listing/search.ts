import type { ReadModel } from '@boxoffice/common';
import { cursorPage, type Order } from '@boxoffice/common/http';
import { MAX_TOTAL, type TicketSearch, type TicketSearchReply, type TicketSort } from '@boxoffice/contracts';
import { criteriaOf } from './criteria.ts';
import { facets } from './facets.ts';
import type { TicketListing } from './projection.ts';
import { viewOf } from './view.ts';

const orders: Record<TicketSort, Order> = {
  soonest: { field: 'starts', direction: 1 },
  cheapest: { field: 'price.amount', direction: 1 },
  dearest: { field: 'price.amount', direction: -1 },
  newest: { field: 'listedAt', direction: -1 },
};

/** Finds tickets. `now` decides which shows have begun. */
export async function searchTickets(
  model: ReadModel<TicketListing>,
  search: TicketSearch,
  now: string,
): Promise<TicketSearchReply> {
  const criteria = criteriaOf(search, now);
  const filters = Object.values(criteria);
  const { cursor, limit, sort } = search;
  const [page, count, faceted] = await Promise.all([
    cursorPage(model, filters, orders[sort], { cursor, limit }),
    model.count({ $and: filters }, MAX_TOTAL + 1),
    facets(model, criteria),
  ]);
  return {
    ...page,
    items: page.items.map((listing) => viewOf(listing._id, listing)),
    total: { count: Math.min(count, MAX_TOTAL), capped: count > MAX_TOTAL },
    facets: faceted,
  };
}
