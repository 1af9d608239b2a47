import { later } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import { buyerId, orderId, stranger } from '../controls.ts';
import { startPayments } from '../testing.ts';

const path = '/api/payments';
const headers = { 'idempotency-key': 'b0a7-1' };
const request = { as: buyerId, body: { orderId, paymentMethod: 'sandbox_visa' }, headers };
const declined = { ...request, body: { orderId, paymentMethod: 'sandbox_declined' } };

describe('a payment with an Idempotency-Key, sent again', () => {
  test('charges once and gets the same reply', async () => {
    await using api = await startPayments();
    const first = await api.send('POST', path, request);
    const again = await api.send('POST', path, request);
    expect(again).toMatchObject({ status: 201, text: first.text });
    expect(await api.log.head()).toBe(4);
    expect(await api.books.charges()).toHaveLength(1);
  });

  test('charges once when ten come at once', async () => {
    await using api = await startPayments();
    const replies = await Promise.all(Array.from({ length: 10 }, () => api.send('POST', path, request)));
    expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(await api.log.head()).toBe(4);
    expect(await api.books.charges()).toHaveLength(1);
  });

  test('is declined again, without asking the provider again', async () => {
    await using api = await startPayments();
    const first = await api.send('POST', path, declined);
    const again = await api.send('POST', path, declined);
    expect([first.status, again.status]).toEqual([402, 402]);
    expect(again.body.detail).toBe(first.body.detail);
    expect(await api.log.head()).toBe(4);
    expect(await api.books.charges()).toHaveLength(1);
  });

  test('settles what was cut off the first time', async () => {
    await using api = await startPayments();
    api.provider.silent = true;
    const first = await api.send('POST', path, request);
    expect(first).toMatchObject({ status: 201, body: { status: 'requested' } });
    api.provider.silent = false;
    const again = await api.send('POST', path, request);
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id, status: 'succeeded' } });
    expect(await api.books.charges()).toHaveLength(1);
  });

  test('looks up what was pending the first time', async () => {
    await using api = await startPayments();
    const slow = { ...request, body: { orderId, paymentMethod: 'sandbox_slow' } };
    const first = await api.send('POST', path, slow);
    expect(first).toMatchObject({ status: 201, body: { status: 'pending' } });
    expect(await api.send('POST', path, slow)).toMatchObject({ status: 201, text: first.text });
    api.clock.set(later(5));
    const again = await api.send('POST', path, slow);
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id, status: 'succeeded' } });
    expect(await api.books.charges()).toHaveLength(1);
  });

  test('with another body is refused', async () => {
    await using api = await startPayments();
    await api.send('POST', path, declined);
    await api.refused('idempotency-key-reused', undefined, 'POST', path, request);
    expect(await api.books.charges()).toHaveLength(1);
  });

  test('by somebody else does not get this one’s', async () => {
    await using api = await startPayments();
    await api.send('POST', path, request);
    await api.refused('order-not-found', undefined, 'POST', path, { ...request, as: stranger });
  });
});
