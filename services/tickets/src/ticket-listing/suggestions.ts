import type { ReadModel } from '@boxoffice/common';
import { MAX_SUGGESTIONS, type StoredMoney, type Suggestion } from '@boxoffice/contracts';
import { onSale, textFilter } from './criteria.ts';
import type { TicketListing } from './projection.ts';
import { words } from './words.ts';

/** How many tickets are looked at: a letter alone would be in all of them. */
const LOOKED_AT = 5000;

interface Group {
  readonly text: string;
  readonly count: number;
  readonly amount: number;
  readonly currency: StoredMoney['currency'];
}
type Groups = Readonly<Record<'shows' | 'cities' | 'venues', readonly Group[]>>;

/** What may be meant by the beginning of a search: shows, cities and venues of what can be bought, in that order. */
export async function suggestionsFor(model: ReadModel<TicketListing>, q: string, now: string): Promise<Suggestion[]> {
  if (words(q).length === 0) return [];
  const [groups] = await model.aggregate<Groups>([
    { $match: { $and: [onSale(now), textFilter(q)] } },
    { $limit: LOOKED_AT },
    { $facet: { shows: by('$title', '$title'), cities: by('$cityKey', '$city'), venues: by('$venue', '$venue') } },
  ]);
  const found = (kind: Suggestion['kind'], of: readonly Group[] = []) =>
    of
      .filter(({ text }) => isMeant(q, text))
      .map(({ text, count, amount, currency }) => ({ kind, text, count, price: { amount, currency } }));
  const [shows, cities, venues] = [
    found('show', groups?.shows),
    found('city', groups?.cities),
    found('venue', groups?.venues),
  ];
  // Some of each, and where there are few of one, more of the others.
  const places = [...cities.slice(0, 2), ...venues.slice(0, 2), ...cities.slice(2), ...venues.slice(2)];
  const room = MAX_SUGGESTIONS - Math.min(places.length, 4);
  const first = shows.slice(0, room);
  return [...first, ...places.slice(0, MAX_SUGGESTIONS - first.length)];
}

/** The groups with the most tickets first. */
function by(key: string, text: string): object[] {
  const price = { amount: { $min: '$price.amount' }, currency: { $min: '$price.currency' } };
  return [
    { $group: { _id: key, text: { $min: text }, count: { $sum: 1 }, ...price } },
    { $sort: { count: -1, _id: 1 } },
  ];
}

/** Each typed word is one of the text, the last the beginning of one. */
function isMeant(q: string, text: string | null | undefined): boolean {
  const there = words(text ?? '');
  const typed = words(q);
  const last = typed.pop() ?? '';
  return typed.every((word) => there.includes(word)) && there.some((word) => word.startsWith(last));
}
