import { NOW } from '@boxoffice/common/testing';
import { PaymentView } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import { amount, buyerId, operatorId, orderId, otherOrder, paymentId, sellerId, stranger } from '../controls.ts';
import { settle } from '../settlement/settle.ts';
import { startPayments, systemContext } from '../testing.ts';

const path = '/api/payments/refunds';
const asked = (then?: string, more: object = {}) => ({ orderId, then, ...more });
const body = asked('relist');
const request = { as: operatorId, body };

/** The ticket is sold; the fourth commit says so. */
async function sold() {
  const api = await startPayments();
  await api.cutOff();
  await settle(api, paymentId, systemContext(NOW));
  return api;
}

describe('POST /api/payments/refunds', () => {
  test.each([
    ['relist', 'ticket: TicketReturned'],
    ['withdraw', 'ticket: TicketWithdrawn'],
  ])('undoes a sale: %s', async (then, event) => {
    await using api = await sold();
    const reply = await api.send('POST', path, { as: operatorId, body: asked(then) });
    expect(PaymentView.strict().parse(reply.body)).toEqual({ id: paymentId, orderId, amount, status: 'refunding' });
    expect(reply).toMatchObject({ status: 201, headers: { 'event-position': '5' } });
    expect(await api.after(4)).toEqual([['order: OrderRefundStarted', 'payment: PaymentRefundRequested', event]]);
    expect((await api.log.read(4, 1))[0]).toMatchObject({ actor: operatorId });
  });

  test('gives the money back once, soon after', async () => {
    await using api = await sold();
    await api.send('POST', path, request);
    for (const _ of [1, 2]) await api.seeTo();
    expect(await api.books.refunds()).toMatchObject([{ idempotencyKey: `refund-${paymentId}`, amount }]);
  });

  test.each([
    ['the buyer', buyerId],
    ['the seller', sellerId],
    ['a stranger', stranger],
  ])('is refused to %s', async (_, as) => {
    await using api = await sold();
    await api.refused('not-an-operator', undefined, 'POST', path, { as, body });
  });

  test('is refused to nobody in particular', async () => {
    await using api = await sold();
    await api.refused('not-signed-in', undefined, 'POST', path, { body });
  });

  test('is refused where there is no order, and where nothing is paid', async () => {
    await using api = await startPayments();
    const other = { as: operatorId, body: { ...body, orderId: otherOrder } };
    await api.refused('order-not-found', undefined, 'POST', path, other);
    await api.refused('order-not-paid', undefined, 'POST', path, request);
  });

  test.each([
    ['no order', asked('relist', { orderId: undefined }), 'orderId'],
    ['an id of another shape', { ...body, orderId: '7' }, 'orderId'],
    ['an operator for an id', { ...body, orderId: { $gt: '' } }, 'orderId'],
    ['nothing to do with the ticket', asked(), 'then'],
    ['something else to do with it', asked('burn'), 'then'],
    ['an amount of one’s own', { ...body, amount: { ...amount, amount: 1 } }, 'amount'],
    ['a list', [body], 'body'],
  ])('refuses %s', async (_, body, field) => {
    await using api = await sold();
    await api.refused('invalid-input', field, 'POST', path, { as: operatorId, body });
  });

  test('refuses a page of another site', async () => {
    await using api = await sold();
    const headers = { 'sec-fetch-site': 'cross-site' };
    await api.refused('cross-site-request', undefined, 'POST', path, { ...request, headers });
  });
});

describe('a refund, asked for again', () => {
  const headers = { 'idempotency-key': 'b0a7-1' };

  test('with its key is done once and gets the same reply', async () => {
    await using api = await sold();
    const first = await api.send('POST', path, { ...request, headers });
    const again = await api.send('POST', path, { ...request, headers });
    expect(again).toMatchObject({ status: 201, text: first.text });
    expect(await api.log.head()).toBe(5);
  });

  test('with its key after the money is back says so', async () => {
    await using api = await sold();
    await api.send('POST', path, { ...request, headers });
    await api.seeTo();
    const again = await api.send('POST', path, { ...request, headers });
    expect(again).toMatchObject({ status: 201, body: { id: paymentId, status: 'refunded' } });
    expect(await api.books.refunds()).toHaveLength(1);
  });

  test('with its key for something else is refused', async () => {
    await using api = await sold();
    await api.send('POST', path, { ...request, headers });
    const other = { as: operatorId, body: asked('withdraw'), headers };
    await api.refused('idempotency-key-reused', undefined, 'POST', path, other);
  });

  test('without it is refused: there is nothing more to give back', async () => {
    await using api = await sold();
    await api.send('POST', path, request);
    await api.refused('order-not-paid', undefined, 'POST', path, request);
    await api.seeTo();
    await api.refused('order-not-paid', undefined, 'POST', path, request);
    expect(await api.books.refunds()).toHaveLength(1);
  });

  test('ten times at once gives it back once', async () => {
    await using api = await sold();
    const replies = await Promise.all(Array.from({ length: 10 }, () => api.send('POST', path, request)));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, ...Array(9).fill(409)]);
    expect(await api.log.head()).toBe(5);
  });
});
