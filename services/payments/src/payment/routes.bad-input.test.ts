import { claims, cookieOf, token } from '@boxoffice/common/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { amount, buyerId, orderId } from '../controls.ts';
import { startPayments } from '../testing.ts';

let api: Awaited<ReturnType<typeof startPayments>>;
beforeAll(async () => {
  api = await startPayments();
});
afterEach(async () => {
  expect(await api.books.charges()).toEqual([]);
});
afterAll(() => api[Symbol.asyncDispose]());

const payment = { orderId, paymentMethod: 'sandbox_visa' };
const json = JSON.stringify(payment);

describe('POST /api/payments', () => {
  test.each([
    ['malformed JSON', '{"orderId":', 'body'],
    ['nothing', '', 'body'],
    ['a list', [payment], 'body'],
    ['__proto__', json.replace('{', '{"__proto__":{"amount":1},'), 'body'],
    ['no order', { paymentMethod: 'sandbox_visa' }, 'orderId'],
    ['an id of another shape', { ...payment, orderId: '7' }, 'orderId'],
    ['an id of 10,000 characters', { ...payment, orderId: 'x'.repeat(10_000) }, 'orderId'],
    ['an operator for an id', { ...payment, orderId: { $gt: '' } }, 'orderId'],
    ['two orders', { ...payment, orderId: [orderId, orderId] }, 'orderId'],
    ['no method', { orderId }, 'paymentMethod'],
    ['a method of nobody', { ...payment, paymentMethod: 'gold' }, 'paymentMethod'],
    ['a method of the prototype', { ...payment, paymentMethod: '__proto__' }, 'paymentMethod'],
    ['a method of 10,000 characters', { ...payment, paymentMethod: 'x'.repeat(10_000) }, 'paymentMethod'],
    ['an operator for a method', { ...payment, paymentMethod: { $ne: '' } }, 'paymentMethod'],
    ['an amount of one’s own', { ...payment, amount: { ...amount, amount: 1 } }, 'amount'],
    ['somebody else as the buyer', { ...payment, buyerId }, 'buyerId'],
  ])('refuses %s', async (_, body, field) => {
    await api.refused('invalid-input', field, 'POST', '/api/payments', { as: buyerId, body });
  });

  test('names the methods that there are', async () => {
    const request = { as: buyerId, body: { ...payment, paymentMethod: 'gold' } };
    const reply = await api.refused('invalid-input', 'paymentMethod', 'POST', '/api/payments', request);
    for (const { id } of api.provider.methods) expect(reply.body.detail).toMatch(id);
  });

  test.each([
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of no origin', { origin: 'null' }],
    ['of an unknown origin', {}],
  ])('refuses a page %s', async (_, headers) => {
    const cookie = cookieOf(token(claims(buyerId, orderId)));
    const request = { body: payment, headers: { ...headers, cookie } };
    await api.refused('cross-site-request', undefined, 'POST', '/api/payments', request);
  });

  test('refuses a session that was not signed by us', async () => {
    const cookie = cookieOf(token(claims(buyerId, orderId), { alg: 'none' }));
    const request = { body: payment, headers: { cookie, 'sec-fetch-site': 'same-origin' } };
    await api.refused('not-signed-in', undefined, 'POST', '/api/payments', request);
  });
});
