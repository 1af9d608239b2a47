import { claims, cookieOf, token } from '@boxoffice/common/testing';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { buyerId, orderId, ticketId, total } from '../controls.ts';
import { startOrders } from '../testing.ts';

let api: Awaited<ReturnType<typeof startOrders>>;
beforeAll(async () => {
  api = await startOrders();
  await api.place();
});
afterAll(() => api[Symbol.asyncDispose]());

const order = { ticketId, expectedPrice: total };
const json = JSON.stringify(order);

describe('POST /api/orders', () => {
  test.each([
    ['malformed JSON', '{"ticketId":', 'body'],
    ['nothing', '', 'body'],
    ['a list', [order], 'body'],
    ['__proto__', json.replace('{', '{"__proto__":{"buyerId":"x"},'), 'body'],
    ['no ticket', {}, 'ticketId'],
    ['an id of another shape', { ticketId: '7' }, 'ticketId'],
    ['the name of a stream', { ticketId: `ticket-${ticketId}` }, 'ticketId'],
    ['an id of 10,000 characters', { ticketId: 'x'.repeat(10_000) }, 'ticketId'],
    ['an operator for an id', { ticketId: { $gt: '' } }, 'ticketId'],
    ['two tickets', { ticketId: [ticketId, ticketId] }, 'ticketId'],
    ['a bare price', { ...order, expectedPrice: 9900 }, 'expectedPrice'],
    ['a negative price', { ...order, expectedPrice: { ...total, amount: -1 } }, 'expectedPrice.amount'],
    ['a huge price', { ...order, expectedPrice: { ...total, amount: 1e15 } }, 'expectedPrice.amount'],
    ['a fraction of a cent', { ...order, expectedPrice: { ...total, amount: 0.5 } }, 'expectedPrice.amount'],
    ['a currency that is none', { ...order, expectedPrice: { ...total, currency: 'XXX' } }, 'expectedPrice.currency'],
    ['a price of one’s own', { ...order, total: { ...total, amount: 1 } }, 'total'],
    ['somebody else as the buyer', { ...order, buyerId }, 'buyerId'],
  ])('refuses %s', async (_, body, field) => {
    await api.refused('invalid-input', field, 'POST', '/api/orders', { as: buyerId, body });
  });
});

const ids = ['7', `${orderId}x`, `order-${orderId}`, '__proto__', '%00', '%7B%22%24gt%22%3A%22%22%7D', 'x'.repeat(200)];

describe.each(['GET', 'DELETE'] as const)('%s /api/orders/:id', (method) => {
  test.each(ids)('refuses an id of another shape: %s', async (id) => {
    await api.refused('invalid-input', 'id', method, `/api/orders/${id}`, { as: buyerId });
  });
});

describe('GET /api/orders', () => {
  test.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['cursor=nonsense', 'cursor'],
    [`cursor=${Buffer.from('["buyerId","a","b"]').toString('base64url')}`, 'cursor'],
    [`cursor=${Buffer.from('["placedAt",{"$gt":""},"b"]').toString('base64url')}`, 'cursor'],
    ['buyerId=1', 'buyerId'],
  ])('refuses ?%s', async (query, field) => {
    await api.refused('invalid-input', field, 'GET', `/api/orders?${query}`, { as: buyerId });
  });
});

describe.each([
  ['POST', '/api/orders', order],
  ['DELETE', `/api/orders/${orderId}`, undefined],
] as const)('%s %s', (method, path, body) => {
  test.each([
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of no origin', { origin: 'null' }],
    ['of an unknown origin', {}],
  ])('refuses a page %s', async (_, headers) => {
    const cookie = cookieOf(token(claims(buyerId, orderId)));
    await api.refused('cross-site-request', undefined, method, path, { body, headers: { ...headers, cookie } });
  });
});
