import type { ReadModel } from '@boxoffice/common';
import type { TicketSearchReply } from '@boxoffice/contracts';
import type { Criteria } from './criteria.ts';
import type { TicketListing } from './projection.ts';

/** How many cities are named; the others are found by typing. */
const CITIES = 20;
/** How many months are named, from the first on. */
const MONTHS = 24;

/** What else there is: each facet counts what the search would find without its own part. */
export async function facets(
  model: ReadModel<TicketListing>,
  criteria: Criteria,
): Promise<TicketSearchReply['facets']> {
  const without = (part: keyof Criteria) => {
    const { [part]: _, ...others } = criteria;
    // In the order of the whole search: what is the same question should look the same.
    return { $match: { $and: Object.values({ ...others, [part]: {} }) } };
  };
  const [cities, months, prices, quantities] = await Promise.all([
    model.aggregate<{ city: string; count: number }>([
      without('city'),
      { $match: { cityKey: { $exists: true } } },
      { $group: { _id: '$cityKey', city: { $min: '$city' }, count: { $sum: 1 } } },
      { $sort: { count: -1, _id: 1 } },
      { $limit: CITIES },
    ]),
    model.aggregate<{ _id: string; count: number }>([
      without('date'),
      { $match: { day: { $regex: '^\\d{4}-' } } },
      { $group: { _id: { $substrBytes: ['$day', 0, 7] }, count: { $sum: 1 } } },
      { $sort: { _id: 1 } },
      { $limit: MONTHS },
    ]),
    model.aggregate<{ min: number; max: number }>([
      without('price'),
      { $group: { _id: null, min: { $min: '$price.amount' }, max: { $max: '$price.amount' } } },
    ]),
    model.aggregate<{ _id: number; count: number }>([
      without('quantity'),
      { $group: { _id: '$quantity', count: { $sum: 1 } } },
      { $sort: { _id: 1 } },
    ]),
  ]);
  const price = prices[0];
  return {
    cities: cities.map(({ city, count }) => ({ city, count })),
    months: months.map(({ _id, count }) => ({ month: _id, count })),
    price: price ? { min: price.min, max: price.max } : null,
    quantities: quantities.map(({ _id, count }) => ({ quantity: _id, count })),
  };
}
