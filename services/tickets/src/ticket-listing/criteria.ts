import type { Filter } from '@boxoffice/common';
import type { TicketSearch } from '@boxoffice/contracts';
import { folded, words } from './words.ts';

/** The parts of a search, each by itself, so that a facet can leave its own part out. */
export type Criteria = Readonly<Record<'status' | 'text' | 'price' | 'city' | 'date' | 'quantity' | 'seller', Filter>>;

/** What a search asks for; `now` decides which shows have begun. */
export function criteriaOf(
  { q = '', minPrice, maxPrice, city = '', from, to, quantity, seller, status }: TicketSearch,
  now: string,
): Criteria {
  return {
    status: status === 'all' ? { status: { $in: ['available', 'reserved', 'sold'] } } : onSale(now),
    text: textFilter(q),
    price: range('price.amount', { $gte: minPrice, $lte: maxPrice }),
    city: city.trim() === '' ? {} : { cityKey: folded(city.trim()) },
    date: range('day', { $gte: from, $lte: to }),
    quantity: range('quantity', { $gte: quantity }),
    seller: seller === undefined ? {} : { sellerId: seller },
  };
}

/** What can be bought: not reserved or sold, and the show has not begun. */
export function onSale(now: string): Filter {
  // To the minute, so that the same search is the same question for a while.
  return { status: 'available', starts: { $gt: `${now.slice(0, 16)}:00.000Z` } };
}

/** Every word must be there; the last may be unfinished. */
export function textFilter(q: string): Filter {
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
