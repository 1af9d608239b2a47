import { describe, expect, test } from 'vitest';
import { TicketInput } from './tickets.ts';

const offer = { title: 'Zoë & the Night Owls', price: { amount: 9900, currency: 'EUR' } };
const fields = (value: unknown) =>
  TicketInput.safeParse(value).error?.issues.map(({ path, message, ...rest }) =>
    'keys' in rest ? [...path, ...(rest.keys as string[])].join('.') : path.join('.'),
  );

describe('what a seller offers', () => {
  test('needs a title and a price', () => {
    expect(TicketInput.parse(offer)).toEqual({ ...offer, quantity: 1 });
    expect(fields({})).toEqual(['title', 'price']);
  });

  test('may say all of the show and the seats', () => {
    const all = {
      ...offer,
      venue: 'Tempodrom',
      city: 'Berlin',
      section: 'Parkett',
      row: '7',
      seat: '12–13',
      quantity: 2,
    };
    const when = { startsAt: '2027-03-01T19:30:00+01:00', timeZone: 'Europe/Berlin' };
    expect(TicketInput.parse({ ...all, ...when })).toEqual({ ...all, ...when, startsAt: '2027-03-01T18:30:00.000Z' });
  });

  test.each([
    ['a negative price', { price: { amount: -1, currency: 'EUR' } }, 'price.amount'],
    ['a price of nothing', { price: { amount: 0, currency: 'EUR' } }, 'price.amount'],
    ['a huge price', { price: { amount: 1e15, currency: 'EUR' } }, 'price.amount'],
    ['a price beyond all numbers', { price: { amount: JSON.parse('1e400'), currency: 'EUR' } }, 'price.amount'],
    ['a fraction of a cent', { price: { amount: 99.5, currency: 'EUR' } }, 'price.amount'],
    ['a price in words', { price: { amount: '9900', currency: 'EUR' } }, 'price.amount'],
    ['a price without a currency', { price: { amount: 9900 } }, 'price.currency'],
    ['a currency that is none', { price: { amount: 9900, currency: 'XXX' } }, 'price.currency'],
    ['a currency of the prototype', { price: { amount: 9900, currency: 'constructor' } }, 'price.currency'],
    ['more in the price', { price: { amount: 9900, currency: 'EUR', tax: 1 } }, 'price.tax'],
    ['a bare price', { price: 9900 }, 'price'],
    ['a title of 10,000 characters', { title: 'x'.repeat(10_000) }, 'title'],
    ['a title of 201 characters', { title: 'x'.repeat(201) }, 'title'],
    ['an empty title', { title: '  ' }, 'title'],
    ['an operator for a title', { title: { $gt: '' } }, 'title'],
    ['a title with a control character', { title: 'Zoë\u0000' }, 'title'],
    ['no venue, in the wrong way', { venue: null }, 'venue'],
    ['a venue of 121 characters', { venue: 'x'.repeat(121) }, 'venue'],
    ['a city of 81 characters', { city: 'x'.repeat(81) }, 'city'],
    ['a section of 41 characters', { section: 'x'.repeat(41) }, 'section'],
    ['a row of 21 characters', { row: 'x'.repeat(21) }, 'row'],
    ['a row that is a number', { row: 7 }, 'row'],
    ['a seat of 41 characters', { seat: 'x'.repeat(41) }, 'seat'],
    ['no tickets', { quantity: 0 }, 'quantity'],
    ['more than 20 tickets', { quantity: 21 }, 'quantity'],
    ['half a ticket', { quantity: 1.5 }, 'quantity'],
    ['tickets in words', { quantity: '2' }, 'quantity'],
    ['a date that does not exist', { startsAt: '2027-02-30T10:00:00Z', timeZone: 'Europe/Berlin' }, 'startsAt'],
    ['a zone that does not exist', { startsAt: '2027-03-01T10:00:00Z', timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['a date without its zone', { startsAt: '2027-03-01T10:00:00Z' }, 'timeZone'],
    ['a zone without its date', { timeZone: 'Europe/Berlin' }, 'timeZone'],
    ['a seller', { sellerId: '5e11e700-0000-4000-8000-000000000001' }, 'sellerId'],
    ['a status', { status: 'sold' }, 'status'],
    ['a prototype', JSON.parse('{"__proto__":{"price":1}}'), '__proto__'],
  ])('is refused with %s', (_, wrong, field) => {
    const input = Object.defineProperties({ ...offer }, Object.getOwnPropertyDescriptors(wrong));
    expect(fields(input)).toEqual([field]);
  });

  test.each([[null], [[]], ['{}'], [7]])('%j is no offer', (value) => {
    expect(fields(value)).toEqual(['']);
  });
});
