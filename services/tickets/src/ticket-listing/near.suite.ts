import { catchUp, openSqliteEventLog, type ReadModels } from '@boxoffice/common';
import { NOW, record } from '@boxoffice/common/testing';
import { type EventOf, TicketListed, TicketReserved } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { beforeAll, describe, expect, test } from 'vitest';
import { type TicketListing, ticketListings } from './projection.ts';
import { similarTickets } from './similar.ts';
import { suggestionsFor } from './suggestions.ts';

type Offer = Partial<EventOf<typeof TicketListed>['data']>;

const idOf = (number: number) => `71c4e700-0000-4000-8000-00000000${String(number).padStart(4, '0')}`;
const priced = (amount: number) => ({ price: { amount, currency: 'EUR' as const } });
const undated = { startsAt: undefined, timeZone: undefined };

const owls = { title: 'Zoë & the Night Owls', venue: 'Tempodrom', city: 'Berlin', ...undated };
const offers: Offer[] = [
  { ...owls, ...priced(3000) },
  { ...owls, ...priced(2000), city: 'Köln', venue: 'Gloria' },
  { ...owls, ...priced(1000), startsAt: '2026-12-01T18:00:00.000Z', timeZone: 'Europe/Berlin' },
  { ...owls, title: 'Night of the Owl', ...priced(4000), venue: 'Große Halle', city: 'Bern' },
  { ...owls, title: 'Bernstein', ...priced(5000), venue: undefined, city: undefined },
  { ...owls, title: 'Nachtmusik', ...priced(6000) },
  { ...owls, ...priced(100) },
];

/** What is asked of the listings beside the search, whichever store they are in. */
export function nearSuite(store: string, open: () => Promise<ReadModels>): void {
  describe(`listings in ${store}`, () => {
    let readModels: ReadModels;
    const listings = () => readModels.reader<TicketListing>(ticketListings);
    beforeAll(async () => {
      readModels = await open();
      await using log = openSqliteEventLog(':memory:');
      const listed = offers.map((offer, at) => sampleOf(TicketListed, { ticketId: idOf(at), ...offer }));
      await record(log, ...listed.map((event) => ({ [`ticket-${event.data.ticketId}`]: [event] })));
      await record(log, { [`ticket-${idOf(6)}`]: [sampleOf(TicketReserved, { ticketId: idOf(6) })] });
      await catchUp([ticketListings], log, readModels);
    }, 60_000);

    const show = (text: string, count: number, amount: number) => ({ kind: 'show', text, count, ...priced(amount) });
    const city = (text: string, count: number, amount: number) => ({ kind: 'city', text, count, ...priced(amount) });
    const venue = (text: string, count: number, amount: number) => ({ kind: 'venue', text, count, ...priced(amount) });

    test.each([
      ['the beginning of a word, of what can be bought', 'zo', [show(owls.title, 2, 2000)]],
      ['a word in another case and without its accent', 'ZOE', [show(owls.title, 2, 2000)]],
      ['words in any order', 'owls ni', [show(owls.title, 2, 2000)]],
      ['an unfinished word before the last', 'ni owls', []],
      [
        'the beginning of several things',
        'ber',
        [show('Bernstein', 1, 5000), city('Berlin', 2, 3000), city('Bern', 1, 4000)],
      ],
      ['a venue', 'grosse ha', [venue('Große Halle', 1, 4000)]],
      ['the most frequent first', 'night', [show(owls.title, 2, 2000), show('Night of the Owl', 1, 4000)]],
      ['words of different things', 'zoe ber', []],
      ['nothing', ' ', []],
      ['no words', '.*', []],
    ])('suggest for %s: %j', async (_, q, expected) => {
      expect(await suggestionsFor(listings(), q, NOW)).toEqual(expected);
    });

    test.each([
      ['the same show, a word in common, the city', 0, [1, 3, 5]],
      ['a word in common, the same city being none', 3, [0, 1]],
      ['nothing', 4, []],
      ['the same show of a ticket that cannot be bought itself', 6, [0, 1, 3, 5]],
    ])('are similar by %s', async (_, number, expected) => {
      const ticket = await listings().get(idOf(number));
      const similar = ticket ? await similarTickets(listings(), ticket, NOW) : [];
      expect(similar.map(({ _id }) => Number(_id.slice(-4)))).toEqual(expected);
    });
  });
}
