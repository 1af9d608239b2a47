import { record } from '@boxoffice/common/testing';
import { OrderPlaced, OrdersReply } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import { buyerId, orderId, orderStream, paymentDeclined, paymentStarted, sellerId, stranger } from '../controls.ts';
import { startOrders } from '../testing.ts';

const path = `/api/orders/${orderId}`;
const idOf = (number: number) => `0d3e7000-0000-4000-8000-00000000000${number}`;

describe('GET /api/orders', () => {
  test('is one’s own orders, the newest first, page by page', async () => {
    await using api = await startOrders();
    for (const [number, buyer] of [buyerId, stranger, buyerId, buyerId].entries()) {
      const event = sampleOf(OrderPlaced, { orderId: idOf(number), buyerId: buyer });
      await record(api.log, { [`order-${idOf(number)}`]: [event] });
    }
    const first = await api.send('GET', '/api/orders?limit=2', { as: buyerId });
    expect(OrdersReply.strict().parse(first.body)).toEqual(first.body);
    expect(first).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store', 'event-position': '4' } });
    const second = await api.send('GET', `/api/orders?limit=2&cursor=${first.body.nextCursor}`, { as: buyerId });
    const found = [...first.body.items, ...second.body.items].map(({ id }) => id);
    expect(found).toEqual([3, 2, 0].map(idOf));
    expect(second.body).not.toHaveProperty('nextCursor');
  });

  test('is empty for those who have none', async () => {
    await using api = await startOrders();
    await api.place();
    expect(await api.send('GET', '/api/orders', { as: sellerId })).toMatchObject({ status: 200, body: { items: [] } });
  });

  test('is for those who are signed in', async () => {
    await using api = await startOrders();
    await api.refused('not-signed-in', undefined, 'GET', '/api/orders');
  });
});

describe('GET /api/orders/:id', () => {
  test('is one’s own order', async () => {
    await using api = await startOrders();
    await api.place();
    await record(api.log, { [orderStream]: [paymentStarted] }, { [orderStream]: [paymentDeclined] });
    const reply = await api.send('GET', path, { as: buyerId });
    const headers = { 'cache-control': 'no-store', 'event-position': '4' };
    expect(reply).toMatchObject({ status: 200, headers, body: { id: orderId, status: 'placed', declines: 1 } });
  });

  test.each([
    ['a stranger', stranger],
    ['the seller', sellerId],
  ])('does not let %s know of it', async (_, as) => {
    await using api = await startOrders();
    await api.place();
    const theirs = await api.refused('order-not-found', undefined, 'GET', path, { as });
    const none = await api.refused('order-not-found', undefined, 'GET', `/api/orders/${idOf(9)}`, { as });
    expect({ ...theirs.body, correlationId: '' }).toEqual({ ...none.body, correlationId: '' });
  });

  test('is for those who are signed in', async () => {
    await using api = await startOrders();
    await api.place();
    await api.refused('not-signed-in', undefined, 'GET', path);
  });
});
