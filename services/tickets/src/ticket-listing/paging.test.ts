import type { ReadModel } from '@boxoffice/common';
import { commitsOf, modelOf, NOW } from '@boxoffice/common/testing';
import { MAX_TOTAL, TicketListed, TicketSearch, type TicketSort, type TicketView } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histories } from './histories.controls.ts';
import { NO_DATE, type TicketListing, ticketListings } from './projection.ts';
import { searchTickets } from './search.ts';
import { words } from './words.ts';

const query = fc.record(
  {
    q: fc.constantFrom('owl', 'NIGHT ow', 'tenebres', 'zoë the'),
    minPrice: fc.integer({ min: 1, max: 9000 }),
    maxPrice: fc.integer({ min: 1000, max: 9000 }),
    city: fc.constantFrom('berlin', 'koln', 'Paris'),
    from: fc.constantFrom('2027-01-01', '2027-03-02'),
    to: fc.constantFrom('2027-03-01', '2027-03-31'),
    quantity: fc.constantFrom('1', '2', '3'),
    status: fc.constantFrom('available' as const, 'all' as const),
    sort: fc.constantFrom('soonest' as const, 'cheapest' as const, 'dearest' as const, 'newest' as const),
    limit: fc.integer({ min: 1, max: 7 }).map(String),
  },
  { requiredKeys: ['sort', 'limit'] },
);

/** A search as an address has it: all of it text. */
function searchOf(asked: object): TicketSearch {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  return TicketSearch.parse(Object.fromEntries(given.map(([name, value]) => [name, String(value)])));
}

/** All pages from a cursor on, one after the other. */
async function pages(model: ReadModel<TicketListing>, search: object, from?: string): Promise<TicketView[]> {
  const found: TicketView[] = [];
  let cursor = from;
  do {
    const page = await searchTickets(model, searchOf({ ...search, cursor }), NOW);
    expect(page.items.length).toBeLessThanOrEqual(searchOf(search).limit);
    found.push(...page.items);
    cursor = page.nextCursor;
    // There are a few dozen tickets: more than this, and the cursor leads in a circle.
    expect(found.length).toBeLessThan(200);
    expect(cursor === undefined || page.items.length > 0).toBe(true);
  } while (cursor !== undefined);
  return found;
}

/** Is it what is searched for? Said again in other words than those of the search. */
function matches(ticket: TicketListing, search: TicketSearch): boolean {
  const { quantity = 1, q = '', minPrice = 0, maxPrice = Number.POSITIVE_INFINITY, city, from, to, status } = search;
  const day = ticket.startsAt && dayOf(ticket.startsAt, ticket.timeZone);
  const typed = words(q);
  return (
    (status === 'all' ? ticket.status !== 'withdrawn' : ticket.status === 'available' && ticket.starts > NOW) &&
    typed.every((word, at) => ticket.words.some((w) => (at === typed.length - 1 ? w.startsWith(word) : w === word))) &&
    ticket.quantity >= quantity &&
    ticket.price.amount >= minPrice &&
    ticket.price.amount <= maxPrice &&
    (city === undefined || words(ticket.city ?? '')[0] === words(city)[0]) &&
    (from === undefined || (day ?? '') >= from) &&
    (to === undefined || (day ?? NO_DATE) <= to)
  );
}

function dayOf(startsAt: string, timeZone: string | undefined): string {
  return new Date(startsAt).toLocaleDateString('sv', { timeZone });
}

const sortKeys: Record<TicketSort, (ticket: TicketView) => string | number> = {
  soonest: (ticket: TicketView) => ticket.startsAt ?? NO_DATE,
  cheapest: (ticket: TicketView) => ticket.price.amount,
  dearest: (ticket: TicketView) => -ticket.price.amount,
  newest: (ticket: TicketView) => -Date.parse(ticket.listedAt),
};

test('the pages together are all that is searched for, each once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(histories, query, async (history, asked) => {
      const model = await modelOf(ticketListings, [commitsOf(...history)]);
      const search = searchOf(asked);
      const found = await pages(model, asked);
      const expected = (await model.find({})).filter((ticket) => matches(ticket, search));
      expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ _id }) => _id).sort());

      const keys = found.map(sortKeys[search.sort]);
      expect(keys).toEqual(keys.toSorted((left, right) => (left < right ? -1 : Number(left > right))));
      const { total } = await searchTickets(model, search, NOW);
      expect(total).toEqual({ count: expected.length, capped: false });
    }),
  );
});

test('what is listed between two pages neither hides nor repeats what was there', async () => {
  await fc.assert(
    fc.asyncProperty(histories, histories, query, async (history, added, { sort, limit }) => {
      const before = await modelOf(ticketListings, [commitsOf(...history)]);
      const first = await searchTickets(before, searchOf({ sort, limit, status: 'all' }), NOW);
      fc.pre(first.nextCursor !== undefined);

      // The same tickets as before, and new ones: a listing that is moved may be met twice or never, and is left out.
      const more = added.flatMap((happened) =>
        Object.values(happened).flatMap((events) => events.filter(({ type }) => type === 'TicketListed')),
      );
      const listed = more.map((event, at) => {
        const ticketId = `71c4e700-0000-4000-8000-${String(at).padStart(12, '7')}`;
        return { [`ticket-${ticketId}`]: [{ ...event, data: { ...(event.data as object), ticketId } }] };
      });
      const after = await modelOf(ticketListings, [commitsOf(...history, ...listed)]);
      const rest = await pages(after, { sort, limit, status: 'all' }, first.nextCursor);
      const met = [...first.items, ...rest].map(({ id }) => id);
      const there = await pages(before, { sort, limit: '100', status: 'all' });
      expect(new Set(met).size).toBe(met.length);
      expect(met.filter((id) => there.some((ticket) => ticket.id === id))).toEqual(there.map(({ id }) => id));
    }),
  );
});

test.each([
  [MAX_TOTAL, { count: MAX_TOTAL, capped: false }],
  [MAX_TOTAL + 1, { count: MAX_TOTAL, capped: true }],
])('of %d tickets are counted %j', async (number, total) => {
  const history = Array.from({ length: number }, (_, at) => {
    const ticketId = `71c4e700-0000-4000-8000-${String(at).padStart(12, '0')}`;
    return { [`ticket-${ticketId}`]: [sampleOf(TicketListed, { ticketId })] };
  });
  const model = await modelOf(ticketListings, [commitsOf(...history)]);
  const found = await searchTickets(model, searchOf({}), NOW);
  expect(found.total).toEqual(total);
  expect(found.items).toHaveLength(20);
});
