import type { Filter, ReadModel } from '@boxoffice/common';
import { cursorPage, type Order } from '@boxoffice/common/http';
import { MAX_TOTAL, type TicketSearch, type TicketSearchReply, type TicketSort } from '@boxoffice/contracts';
import { facets } from './facets.ts';
import type { TicketListing } from './projection.ts';
import { viewOf } from './view.ts';
import { folded, words } from './words.ts';

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

/** The parts of a search, each by itself, so that a facet can leave its own part out. */
export type Criteria = Readonly<Record<'status' | 'text' | 'price' | 'city' | 'date', Filter>>;

function criteriaOf({ q = '', minPrice, maxPrice, city, from, to, status }: TicketSearch, now: string): Criteria {
  // To the minute, so that the same search is the same question for a while.
  const upcoming = { starts: { $gt: `${now.slice(0, 16)}:00.000Z` } };
  return {
    status:
      status === 'all' ? { status: { $in: ['available', 'reserved', 'sold'] } } : { status: 'available', ...upcoming },
    text: textFilter(q),
    price: range('price.amount', { $gte: minPrice, $lte: maxPrice }),
    city: city === undefined ? {} : { cityKey: folded(city.trim()) },
    date: range('day', { $gte: from, $lte: to }),
  };
}

/** Every word must be there; the last may be unfinished. */
function textFilter(q: string): Filter {
  const wanted = words(q);
  const last = wanted.pop();
  if (last === undefined) return q.trim() === '' ? {} : { words: { $in: [] } };
  // Words are letters and digits alone: nothing in them means anything to a regular expression.
  const filters = [...wanted.map((word) => ({ words: word })), { words: { $regex: `^${last}` } }];
  return filters.length === 1 ? { words: { $regex: `^${last}` } } : { $and: filters };
}

function range(field: string, bounds: Record<string, unknown>): Filter {
  const given = Object.entries(bounds).filter(([, bound]) => bound !== undefined);
  return given.length === 0 ? {} : { [field]: Object.fromEntries(given) };
}
