import { record } from '@boxoffice/common/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listed, price, sellerId, stream, ticketId } from '../controls.ts';
import { offer, startTickets } from '../testing.ts';

let api: Awaited<ReturnType<typeof startTickets>>;
beforeAll(async () => {
  api = await startTickets();
  await record(api.log, { [stream]: [listed] });
});
afterAll(() => api[Symbol.asyncDispose]());

const json = JSON.stringify(offer);

const bodies: [string, unknown, string][] = [
  ['malformed JSON', '{"title":', 'body'],
  ['two documents', `${json}${json}`, 'body'],
  ['nothing', '', 'body'],
  ['a list', [offer], 'body'],
  ['null', 'null', 'body'],
  ['a string', '"Zoë"', 'body'],
  ['NaN', json.replace('9900', 'NaN'), 'body'],
  ['__proto__', json.replace('{', '{"__proto__":{"sellerId":"x"},'), 'body'],
  ['a deeper __proto__', json.replace('"amount"', '"__proto__":{},"amount"'), 'body'],
  ['constructor.prototype', json.replace('{', '{"constructor":{"prototype":{}},'), 'body'],
  ['a thousand levels', `${'['.repeat(1000)}${']'.repeat(1000)}`, 'body'],
  ['no title', { price }, 'title'],
  ['a title of 10,000 characters', { ...offer, title: 'x'.repeat(10_000) }, 'title'],
  ['an operator for a title', { ...offer, title: { $gt: '' } }, 'title'],
  ['a title that turns the direction', { ...offer, title: 'Zoë \u202ereverof' }, 'title'],
  ['a number for a city', { ...offer, city: 7 }, 'city'],
  ['an unknown field', { ...offer, status: 'sold' }, 'status'],
  ['an operator for a field', { ...offer, $where: 'sleep(1000)' }, '$where'],
  ['somebody else as the seller', { ...offer, sellerId: ticketId }, 'sellerId'],
  ['no price', { title: 'Zoë' }, 'price'],
  ['a bare price', { ...offer, price: 9900 }, 'price'],
  ['a negative price', { ...offer, price: { ...price, amount: -1 } }, 'price.amount'],
  ['a price of nothing', { ...offer, price: { ...price, amount: 0 } }, 'price.amount'],
  ['a huge price', { ...offer, price: { ...price, amount: 1e15 } }, 'price.amount'],
  ['a price beyond all numbers', json.replace('9900', '1e400'), 'price.amount'],
  ['a fraction of a cent', { ...offer, price: { ...price, amount: 99.5 } }, 'price.amount'],
  ['a price in words', { ...offer, price: { ...price, amount: '9900' } }, 'price.amount'],
  ['the currency of another market', { ...offer, price: { ...price, currency: 'USD' } }, 'price.currency'],
  ['a currency that is none', { ...offer, price: { ...price, currency: 'XXX' } }, 'price.currency'],
  ['a date that does not exist', { ...offer, startsAt: '2027-02-30T10:00:00Z' }, 'startsAt'],
  ['a date without an offset', { ...offer, startsAt: '2027-03-01T10:00:00' }, 'startsAt'],
  ['a date gone by', { ...offer, startsAt: '2026-12-31T23:00:00Z' }, 'startsAt'],
  ['a date without its zone', { ...offer, timeZone: undefined }, 'timeZone'],
  ['a zone that does not exist', { ...offer, timeZone: 'Mars/Olympus' }, 'timeZone'],
  ['too many tickets', { ...offer, quantity: 21 }, 'quantity'],
];

describe.each([
  ['POST', '/api/tickets'],
  ['PUT', `/api/tickets/${ticketId}`],
] as const)('%s %s', (method, path) => {
  test.each(bodies)('refuses %s', async (_, body, field) => {
    await api.refused('invalid-input', field, method, path, { as: sellerId, body });
  });

  test('refuses a body of 17 KiB', async () => {
    const body = { ...offer, title: 'x'.repeat(17 * 1024) };
    await api.refused('body-too-large', undefined, method, path, { as: sellerId, body });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])('refuses %s', async (type) => {
    const request = { as: sellerId, body: json, headers: { 'content-type': type } };
    await api.refused('unsupported-media-type', undefined, method, path, request);
  });

  test('names every wrong field at once, and says nothing of what is in it', async () => {
    const body = { ...offer, title: 'c4n4ry\u0000', price: { amount: -1, currency: 'XXX' }, c4n4ry: 'c4n4ry-value' };
    const reply = await api.refused('invalid-input', 'title', method, path, { as: sellerId, body });
    const fields = reply.body.errors.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(['title', 'price.amount', 'price.currency', 'c4n4ry']);
    expect(reply.text).not.toMatch('c4n4ry-value');
  });
});

const ids = [
  '7',
  'nobody',
  `${ticketId}x`,
  `ticket-${ticketId}`,
  '__proto__',
  '%00',
  '%7B%22%24gt%22%3A%22%22%7D',
  'x'.repeat(200),
];

describe.each([
  ['GET', '', undefined],
  ['GET', '/history', undefined],
  ['PUT', '', offer],
  ['DELETE', '', undefined],
] as const)('%s /api/tickets/:id%s', (method, rest, body) => {
  test.each(ids)('refuses an id of another shape: %s', async (id) => {
    await api.refused('invalid-input', 'id', method, `/api/tickets/${id}${rest}`, { as: sellerId, body });
  });
});

test('an address that cannot be read is refused', async () => {
  await api.refused('invalid-input', undefined, 'DELETE', '/api/tickets/%E0%A4%A', { as: sellerId });
});
