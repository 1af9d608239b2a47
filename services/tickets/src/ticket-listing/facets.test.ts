import { commitsOf, modelOf, NOW } from '@boxoffice/common/testing';
import { TicketListed, TicketSearch } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import { ticketListings } from './projection.ts';
import { searchTickets } from './search.ts';

const offers = [
  { title: 'Night Owls', city: 'Köln', amount: 1000, startsAt: '2027-03-01T18:00:00.000Z', quantity: 1 },
  { title: 'Night Owls', city: 'KÖLN', amount: 2000, startsAt: '2027-03-31T18:00:00.000Z', quantity: 2 },
  { title: 'Night Owls', city: 'Berlin', amount: 3000, startsAt: '2027-03-31T22:00:00.000Z', quantity: 2 },
  { title: 'Nachtmusik', city: 'Berlin', amount: 4000, startsAt: undefined, quantity: 4 },
  { title: 'Nachtmusik', city: 'Aachen', amount: 5000, startsAt: '2027-04-02T18:00:00.000Z', quantity: 1 },
  { title: 'Nachtmusik', city: undefined, amount: 6000, startsAt: '2026-12-31T18:00:00.000Z', quantity: 1 },
];

async function facets(query: object, shows: readonly (typeof offers)[number][] = offers) {
  const history = shows.map(({ title, city, amount, startsAt, quantity }, at) => {
    const ticketId = `71c4e700-0000-4000-8000-${String(at).padStart(12, '0')}`;
    const show = { title, city, quantity, startsAt, timeZone: startsAt && 'Europe/Berlin' };
    return {
      [`ticket-${ticketId}`]: [sampleOf(TicketListed, { ticketId, ...show, price: { amount, currency: 'EUR' } })],
    };
  });
  const model = await modelOf(ticketListings, [commitsOf(...history)]);
  return (await searchTickets(model, TicketSearch.parse(query), NOW)).facets;
}

const cities = [
  { city: 'Berlin', count: 2 },
  { city: 'KÖLN', count: 2 },
  { city: 'Aachen', count: 1 },
];
const months = [
  { month: '2027-03', count: 2 },
  { month: '2027-04', count: 2 },
];
const quantities = [
  { quantity: 1, count: 2 },
  { quantity: 2, count: 2 },
  { quantity: 4, count: 1 },
];

describe('facets', () => {
  test('are the cities, the months and the prices of what can be bought', async () => {
    expect(await facets({})).toEqual({ cities, months, price: { min: 1000, max: 5000 }, quantities });
  });

  test('count what the words find', async () => {
    expect(await facets({ q: 'owls' })).toEqual({
      cities: [
        { city: 'KÖLN', count: 2 },
        { city: 'Berlin', count: 1 },
      ],
      months: [
        { month: '2027-03', count: 2 },
        { month: '2027-04', count: 1 },
      ],
      price: { min: 1000, max: 3000 },
      quantities: [
        { quantity: 1, count: 1 },
        { quantity: 2, count: 2 },
      ],
    });
  });

  test('of cities show the other cities too', async () => {
    expect(await facets({ city: 'aachen' })).toEqual({
      cities,
      months: [{ month: '2027-04', count: 1 }],
      price: { min: 5000, max: 5000 },
      quantities: [{ quantity: 1, count: 1 }],
    });
  });

  test('of months show the other months too', async () => {
    const april = await facets({ from: '2027-04-01', to: '2027-04-30' });
    expect(april.months).toEqual(months);
    expect(april.cities.map(({ city }) => city)).toEqual(['Aachen', 'Berlin']);
    expect(april.price).toEqual({ min: 3000, max: 5000 });
  });

  test('of prices show how far the range could go', async () => {
    const cheap = await facets({ maxPrice: '1500' });
    expect(cheap.price).toEqual({ min: 1000, max: 5000 });
    expect(cheap.months).toEqual([{ month: '2027-03', count: 1 }]);
  });

  test('of quantities show the other quantities too', async () => {
    const pairs = await facets({ quantity: '2' });
    expect(pairs.quantities).toEqual(quantities);
    expect(pairs.price).toEqual({ min: 2000, max: 4000 });
  });

  test('of nothing are empty', async () => {
    expect(await facets({ q: 'opera' })).toEqual({ cities: [], months: [], price: null, quantities: [] });
  });

  test('name twenty cities, those with the most tickets', async () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const shows = [...letters, 'Z'].map((city) => ({ title: 'x', city, amount: 1, startsAt: undefined, quantity: 1 }));
    const named = (await facets({}, shows)).cities;
    expect(named.map(({ city }) => city)).toEqual(['Z', ...letters.slice(0, 19)]);
    expect(named[0]).toEqual({ city: 'Z', count: 2 });
  });
});
