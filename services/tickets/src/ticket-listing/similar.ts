import type { Document, Filter, ReadModel } from '@boxoffice/common';
import { MAX_SIMILAR } from '@boxoffice/contracts';
import { onSale } from './criteria.ts';
import type { TicketListing } from './projection.ts';
import { words } from './words.ts';

/** Letters from which on a word says something of a show. */
const TELLING = 4;

/**
 * What else somebody may like who looks at a ticket: first of the same show, then of shows with a word in common, then in
 * the same city; of each the soonest. Only what can be bought.
 */
export async function similarTickets(
  model: ReadModel<TicketListing>,
  ticket: Document<TicketListing>,
  now: string,
): Promise<Document<TicketListing>[]> {
  const title = words(ticket.title);
  const telling = title.filter((word) => word.length >= TELLING);
  const wanted: Filter[] = [
    { $and: title.map((word) => ({ words: word })) },
    { words: { $in: telling } },
    // The words of the city are in an index, its key is not.
    ...(ticket.city && ticket.cityKey
      ? [{ $and: [...words(ticket.city).map((word) => ({ words: word })), { cityKey: ticket.cityKey }] }]
      : []),
  ];
  const found = new Map<string, Document<TicketListing>>();
  for (const filter of wanted) {
    if (found.size >= MAX_SIMILAR) break;
    const more = await model.find(
      { $and: [onSale(now), filter, { _id: { $nin: [ticket._id, ...found.keys()] } }] },
      { sort: { starts: 1, _id: 1 }, limit: MAX_SIMILAR - found.size },
    );
    for (const one of more) found.set(one._id, one);
  }
  return [...found.values()];
}
