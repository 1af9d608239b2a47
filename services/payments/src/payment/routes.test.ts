import { later, record } from '@boxoffice/common/testing';
import { PaymentMethodsReply, PaymentView, type SandboxMethod } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import {
  amount,
  buyerId,
  cancelled,
  expired,
  expiresAt,
  extendedTo,
  fee,
  orderId,
  orderRefunded,
  orderStream,
  paid,
  paymentStarted,
  price,
  refundStarted,
  sellerId,
  stranger,
  ticketId,
  ticketStream,
} from '../controls.ts';
import { startPayments } from '../testing.ts';

const path = '/api/payments';
const by = (paymentMethod: SandboxMethod) => ({ as: buyerId, body: { orderId, paymentMethod } });

describe('POST /api/payments', () => {
  test('pays the order', async () => {
    await using api = await startPayments();
    const reply = await api.send('POST', path, by('sandbox_visa'));
    const { id } = PaymentView.parse(reply.body);
    expect(reply).toMatchObject({ status: 201, headers: { 'event-position': '4' } });
    expect(reply.body).toStrictEqual({ id, orderId, amount, status: 'succeeded' });
    expect(await api.books.charges()).toMatchObject([{ idempotencyKey: id, orderId, amount, method: 'sandbox_visa' }]);
  });

  test('writes down that it will be paid before the provider is asked, and then the outcome in one commit', async () => {
    await using api = await startPayments();
    const { id } = (await api.send('POST', path, by('sandbox_visa'))).body;
    const [before, after, ...others] = await api.log.read(2, 10);
    expect(others).toEqual([]);
    expect(before?.events).toMatchObject([
      { stream: orderStream, type: 'OrderPaymentStarted', data: { orderId, paymentId: id, expiresAt } },
      {
        stream: `payment-${id}`,
        type: 'PaymentRequested',
        data: { amount, provider: 'sandbox', method: 'sandbox_visa' },
      },
    ]);
    expect(after?.events).toMatchObject([
      { stream: `payment-${id}`, type: 'PaymentSucceeded', data: { amount } },
      { stream: ticketStream, type: 'TicketSold', data: { ticketId, orderId, buyerId, price } },
      { stream: orderStream, type: 'OrderPaid', data: { orderId, ticketId, paymentId: id, total: amount, fee } },
    ]);
    expect(after).toMatchObject({ actor: buyerId, causationId: '3', correlationId: before?.correlationId });
  });

  test.each([
    ['sandbox_declined', 'The card was declined'],
    ['sandbox_insufficient_funds', 'The card has not enough funds'],
  ] as const)('%s: the hold stands, and another method may be tried', async (method, reason) => {
    await using api = await startPayments();
    const reply = await api.send('POST', path, by(method));
    expect(reply).toMatchObject({
      status: 402,
      body: { code: 'payment-declined' },
      headers: { 'event-position': '4' },
    });
    expect(reply.headers['content-type']).toMatch('application/problem+json');
    expect(reply.body.detail).toMatch(reason);
    const types = (await api.log.read(3, 10)).flatMap(({ events }) => events.map(({ type }) => type));
    expect(types).toEqual(['PaymentDeclined', 'OrderPaymentDeclined']);
    expect(await api.send('POST', path, by('sandbox_visa'))).toMatchObject({ status: 201 });
  });

  test('makes the hold last long enough to pay, ticket and order in one commit', async () => {
    await using api = await startPayments();
    api.clock.set(later(600));
    await api.send('POST', path, by('sandbox_declined'));
    expect(await api.after(2)).toEqual([
      ['ticket: TicketHoldExtended', 'order: OrderPaymentStarted', 'payment: PaymentRequested'],
      ['payment: PaymentDeclined', 'order: OrderPaymentDeclined'],
    ]);
    const [commit] = await api.log.read(2, 1);
    expect(commit?.events[0]?.data).toEqual({ ticketId, orderId, expiresAt: extendedTo });
    expect(commit?.events[1]?.data).toMatchObject({ expiresAt: extendedTo });
  });

  test('does so once, so that nobody holds a ticket for ever', async () => {
    await using api = await startPayments();
    api.clock.set(later(600));
    await api.send('POST', path, by('sandbox_declined'));
    api.clock.set(later(1199));
    await api.send('POST', path, by('sandbox_declined'));
    expect((await api.after(4))[0]).toEqual(['order: OrderPaymentStarted', 'payment: PaymentRequested']);
    api.clock.set(later(1200));
    await api.refused('order-expired', undefined, 'POST', path, by('sandbox_visa'));
  });

  test('is pending while the provider takes its time, and is settled by itself', async () => {
    await using api = await startPayments();
    const reply = await api.send('POST', path, by('sandbox_slow'));
    expect(reply).toMatchObject({ status: 201, body: { amount, status: 'pending' } });
    expect(reply.headers['event-position']).toBe('4');
    expect(await api.after(3)).toEqual([['payment: PaymentPending', 'order: OrderPaymentDelayed']]);
    await api.refused('payment-in-progress', undefined, 'POST', path, by('sandbox_visa'));

    api.clock.set(later(5));
    await api.seeTo();
    expect(await api.after(4)).toEqual([['payment: PaymentSucceeded', 'ticket: TicketSold', 'order: OrderPaid']]);
    await api.refused('order-paid', undefined, 'POST', path, by('sandbox_visa'));
    expect(await api.books.charges()).toHaveLength(1);
  });

  test('charges once when ten pay at once', async () => {
    await using api = await startPayments();
    const replies = await Promise.all(Array.from({ length: 10 }, () => api.send('POST', path, by('sandbox_visa'))));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
    const codes = replies.filter(({ status }) => status === 409).map(({ body }) => body.code);
    for (const code of codes) expect(['payment-in-progress', 'order-paid']).toContain(code);
    expect(await api.books.charges()).toHaveLength(1);
    expect(await api.log.head()).toBe(4);
  });

  test('is under way while the provider does not answer, and is settled later', async () => {
    await using api = await startPayments();
    api.provider.silent = true;
    const reply = await api.send('POST', path, by('sandbox_visa'));
    expect(reply).toMatchObject({ status: 201, body: { status: 'requested' }, headers: { 'event-position': '3' } });
    await api.refused('payment-in-progress', undefined, 'POST', path, by('sandbox_visa'));

    api.provider.silent = false;
    api.clock.set(later(10));
    await api.seeTo();
    await api.refused('order-paid', undefined, 'POST', path, by('sandbox_visa'));
    expect(await api.books.charges()).toHaveLength(1);
  });

  test('is for those who are signed in', async () => {
    await using api = await startPayments();
    const { body } = by('sandbox_visa');
    await api.refused('not-signed-in', undefined, 'POST', path, { body });
    expect(await api.books.charges()).toEqual([]);
  });

  test.each([
    ['a stranger', stranger],
    ['the seller', sellerId],
  ])('does not let %s know of the order', async (_, as) => {
    await using api = await startPayments();
    const { body } = by('sandbox_visa');
    const theirs = await api.refused('order-not-found', undefined, 'POST', path, { as, body });
    const nowhere = { as, body: { ...body, orderId: orderId.replace(/1$/, '2') } };
    const none = await api.refused('order-not-found', undefined, 'POST', path, nowhere);
    expect({ ...theirs.body, correlationId: '' }).toEqual({ ...none.body, correlationId: '' });
    expect(await api.books.charges()).toEqual([]);
  });

  test.each([
    ['payment-in-progress', [paymentStarted]],
    ['order-paid', [paymentStarted, paid]],
    ['order-cancelled', [cancelled]],
    ['order-expired', [expired]],
    ['order-refunded', [paymentStarted, paid, refundStarted]],
    ['order-refunded', [paymentStarted, paid, refundStarted, orderRefunded]],
  ] as const)('refuses: %s', async (code, events) => {
    await using api = await startPayments();
    await record(api.log, { [orderStream]: events });
    await api.refused(code, undefined, 'POST', path, by('sandbox_visa'));
    expect(await api.books.charges()).toEqual([]);
  });

  test('refuses when the hold has run out, though nobody has ended it yet', async () => {
    await using api = await startPayments();
    api.clock.set(expiresAt);
    await api.refused('order-expired', undefined, 'POST', path, by('sandbox_visa'));
    expect(await api.books.charges()).toEqual([]);
  });
});

test('GET /api/payments/methods says how one can pay', async () => {
  await using api = await startPayments();
  const reply = await api.send('GET', '/api/payments/methods');
  expect(reply.status).toBe(200);
  expect(PaymentMethodsReply.strict().parse(reply.body)).toEqual(reply.body);
  expect(reply.body).toMatchObject({ provider: 'sandbox', methods: api.provider.methods });
});
