import { InvalidInput } from '@boxoffice/common';
import { commitsOf, modelOf, NOW } from '@boxoffice/common/testing';
import {
  type EventOf,
  type TicketEvent,
  TicketListed,
  TicketReleased,
  TicketReserved,
  TicketSearch,
  TicketSold,
  TicketWithdrawn,
} from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import { reserved } from '../controls.ts';
import { ticketListings } from './projection.ts';
import { searchTickets } from './search.ts';

type Offer = Partial<EventOf<typeof TicketListed>['data']>;

/** A market with these tickets, listed one after the other and called by number, and what a search of it finds. */
function marketOf(offers: readonly Offer[], then: readonly TicketEvent[] = []) {
  const listed = offers.map((offer, number) => sampleOf(TicketListed, { ticketId: idOf(number), ...offer }));
  const history = [...listed, ...then].map((event) => ({ [`ticket-${event.data.ticketId}`]: [event] }));
  const model = modelOf(ticketListings, [commitsOf(...history)]);
  const search = async (query: object) => searchTickets(await model, TicketSearch.parse(query), NOW);
  return { search, find: async (query: object) => (await search(query)).items.map(({ id }) => Number(id.slice(-4))) };
}

function idOf(number: number): string {
  return `71c4e700-0000-4000-8000-00000000${String(number).padStart(4, '0')}`;
}

const priced = (amount: number) => ({ price: { amount, currency: 'EUR' as const } });
const undated = { startsAt: undefined, timeZone: undefined };

describe('words', () => {
  const { find } = marketOf([
    { title: 'Zoë & the Night Owls', venue: 'Tempodrom', city: 'Berlin' },
    { title: 'NIGHT OF THE OWL', venue: 'Große Halle', city: 'Köln' },
    { title: 'Nachtmusik', venue: undefined, city: undefined },
  ]);

  test.each([
    ['nothing', '', [0, 1, 2]],
    ['blanks', '  ', [0, 1, 2]],
    ['a word in another case and without its accent', 'ZOE', [0]],
    ['a word with an accent that it does not have', 'Nächtmusik', [2]],
    ['the last word unfinished', 'nig', [0, 1]],
    ['a first word unfinished', 'nig owl', []],
    ['words in any order', 'owls night', [0]],
    ['words that must all be there', 'night owls zo', [0]],
    ['words of title, venue and city', 'night tempodrom ber', [0]],
    ['ß', 'GROSSE', [1]],
    ['the end of a word', 'musik', []],
    ['no words at all', '!?', []],
    ['what means something to a regular expression', '.*', []],
    ['what means something there, in a word', 'night|nachtmusik', []],
    ['an operator', '{"$gt":""}', []],
  ])('%s: %j', async (_, q, found) => {
    expect(await find({ q })).toEqual(found);
  });
});

describe('a range of prices', () => {
  const { find } = marketOf([priced(1000), priced(2000), priced(3000)]);

  test.each([
    [{ minPrice: '2000' }, [1, 2]],
    [{ maxPrice: '2000' }, [0, 1]],
    [{ minPrice: '2000', maxPrice: '2000' }, [1]],
    [{ minPrice: '2001', maxPrice: '2999' }, []],
    [{ minPrice: '3000', maxPrice: '1000' }, []],
  ])('%j', async (range, found) => {
    expect(await find(range)).toEqual(found);
  });
});

test.each([
  ['1', [0, 1, 2]],
  ['2', [1, 2]],
  ['3', [2]],
  ['5', []],
])('%s together', async (quantity, found) => {
  const { find } = marketOf([1, 2, 4].map((quantity) => ({ quantity })));
  expect(await find({ quantity })).toEqual(found);
});

test('the tickets of one seller', async () => {
  const sellerId = 'b17e7000-0000-4000-8000-000000000007';
  const { find } = marketOf([{}, { sellerId }, { sellerId }]);
  expect(await find({ seller: sellerId })).toEqual([1, 2]);
  expect(await find({ seller: idOf(0) })).toEqual([]);
});

test.each([
  ['Köln', [0, 1]],
  [' KOLN ', [0, 1]],
  ['Kö', []],
  ['Berlin', [2]],
])('a city: %j', async (city, found) => {
  const { find } = marketOf([{ city: 'Köln' }, { city: 'KÖLN' }, { city: 'Berlin' }, { city: undefined }]);
  expect(await find({ city })).toEqual(found);
});

describe('days, where the show takes place', () => {
  const { find } = marketOf([
    { startsAt: '2027-02-28T23:00:00.000Z', timeZone: 'Europe/Berlin' },
    { startsAt: '2027-03-02T22:59:59.999Z', timeZone: 'Europe/Berlin' },
    { startsAt: '2027-03-03T07:00:00.000Z', timeZone: 'America/New_York' },
    undated,
  ]);

  test.each([
    [{}, [0, 1, 2, 3]],
    [{ from: '2027-03-01' }, [0, 1, 2]],
    [{ from: '2027-03-02' }, [1, 2]],
    [{ to: '2027-03-02' }, [0, 1]],
    [{ from: '2027-03-02', to: '2027-03-02' }, [1]],
    [{ from: '2027-03-03', to: '2027-03-01' }, []],
  ])('%j', async (days, found) => {
    expect(await find(days)).toEqual(found);
  });
});

test.each([
  ['soonest', [3, 0, 2, 1]],
  ['cheapest', [1, 0, 3, 2]],
  ['dearest', [2, 3, 0, 1]],
  ['newest', [3, 2, 1, 0]],
])('the %s first', async (sort, found) => {
  const [march, april] = [{ startsAt: '2027-03-01T00:00:00.000Z' }, { startsAt: '2027-04-01T00:00:00.000Z' }];
  const { find } = marketOf([
    { ...priced(2000), ...april },
    { ...priced(1000), ...undated },
    { ...priced(3000), ...april },
    { ...priced(2000), ...march },
  ]);
  expect(await find({ sort })).toEqual(found);
});

describe('what can be bought', () => {
  const then = [
    sampleOf(TicketReserved, { ticketId: idOf(0) }),
    sampleOf(TicketSold, { ticketId: idOf(0) }),
    sampleOf(TicketReserved, { ticketId: idOf(1) }),
    sampleOf(TicketWithdrawn, { ticketId: idOf(2) }),
    sampleOf(TicketReserved, { ticketId: idOf(3) }),
    sampleOf(TicketReleased, { ticketId: idOf(3) }),
  ];
  const shows = [{}, {}, {}, {}, { startsAt: NOW }, { startsAt: '2027-01-01T12:00:00.001Z' }, undated];
  const { find, search } = marketOf(shows, then);

  test('is found, and nothing that is sold, reserved, withdrawn or has begun', async () => {
    expect(await find({})).toEqual([5, 3, 6]);
  });

  test('is so until the minute in which the show begins is over', async () => {
    const begun = { startsAt: '2027-01-01T12:00:30.000Z' };
    const model = await modelOf(ticketListings, [
      commitsOf({ [`ticket-${idOf(0)}`]: [sampleOf(TicketListed, begun)] }),
    ]);
    const count = async (now: string) => (await searchTickets(model, TicketSearch.parse({}), now)).total.count;
    expect(await count('2027-01-01T12:00:59.999Z')).toBe(1);
    expect(await count('2027-01-01T12:01:00.000Z')).toBe(0);
  });

  test('is all but what was withdrawn, if that is asked for', async () => {
    expect(await find({ status: 'all' })).toEqual([4, 5, 0, 1, 3, 6]);
    const { items } = await search({ status: 'all' });
    expect(items.map(({ status }) => status)).toEqual([
      'available',
      'available',
      'sold',
      'reserved',
      'available',
      'available',
    ]);
    expect(items[3]).toMatchObject({ reservedUntil: reserved.data.expiresAt });
  });
});

test('what is found is shown as it was listed, and nothing of how it is found', async () => {
  const { search } = marketOf([{}]);
  const { ticketId: id, ...offer } = sampleOf(TicketListed, { ticketId: idOf(0) }).data;
  const times = { listedAt: '2027-01-01T12:00:01.000Z', changedAt: '2027-01-01T12:00:01.000Z' };
  const view = { id, ...offer, status: 'available', ...times, revision: 1 };
  expect((await search({})).items).toStrictEqual([view]);
});

test.each([
  ['soonest', 'nonsense'],
  ['soonest', ''],
  ['soonest', Buffer.from('{"$gt":""}').toString('base64url')],
  ['soonest', Buffer.from('["starts",{"$gt":""},"x"]').toString('base64url')],
  ['soonest', Buffer.from('["price.amount",1,"x"]').toString('base64url')],
  ['cheapest', Buffer.from('["starts","2027","x"]').toString('base64url')],
  ['newest', Buffer.from('["sellerId","x","x"]').toString('base64url')],
])('a cursor that no page of the %s gave is refused: %j', async (sort, cursor) => {
  const { search } = marketOf([{}]);
  await expect(search({ sort, cursor })).rejects.toThrow(InvalidInput);
  await expect(search({ sort, cursor })).rejects.toMatchObject({ errors: [{ field: 'cursor' }] });
});
