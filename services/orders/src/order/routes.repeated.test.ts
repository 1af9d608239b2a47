import { record } from '@boxoffice/common/testing';
import { OrderPlaced, TicketListed, TicketReserved } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import { buyerId, orderId, price, stranger, ticketId } from '../controls.ts';
import { startOrders } from '../testing.ts';

const headers = { 'idempotency-key': 'b0a7-1' };
const body = { ticketId };

describe('an order with an Idempotency-Key, sent again', () => {
  test('is placed once and gets the same reply, whatever has become of it', async () => {
    await using api = await startOrders();
    await api.list();
    const first = await api.send('POST', '/api/orders', { as: buyerId, body, headers });
    const again = await api.send('POST', '/api/orders', { as: buyerId, body, headers });
    expect(again).toMatchObject({ status: 201, text: first.text });
    await api.send('DELETE', `/api/orders/${first.body.id}`, { as: buyerId });
    const later = await api.send('POST', '/api/orders', { as: buyerId, body, headers });
    expect(later).toMatchObject({ status: 201, text: first.text });
    expect(later.headers.location).toBe(first.headers.location);
    expect(await api.log.head()).toBe(3);
  });

  test('is placed once when all come at once', async () => {
    await using api = await startOrders();
    await api.list();
    const request = { as: buyerId, body, headers };
    const replies = await Promise.all([1, 2, 3, 4].map(() => api.send('POST', '/api/orders', request)));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(await api.log.head()).toBe(2);
  });

  test('with another body is refused', async () => {
    await using api = await startOrders();
    await api.list();
    await api.send('POST', '/api/orders', { as: buyerId, body, headers });
    const request = { as: buyerId, body: { ticketId, expectedPrice: price }, headers };
    await api.refused('idempotency-key-reused', undefined, 'POST', '/api/orders', request);
  });

  test('by somebody else is another order', async () => {
    await using api = await startOrders();
    await api.list();
    await api.send('POST', '/api/orders', { as: buyerId, body, headers });
    await api.refused('ticket-reserved', undefined, 'POST', '/api/orders', { as: stranger, body, headers });
  });

  test('without the key meets what it did itself', async () => {
    await using api = await startOrders();
    await api.list();
    await api.send('POST', '/api/orders', { as: buyerId, body });
    await api.refused('ticket-reserved', undefined, 'POST', '/api/orders', { as: buyerId, body });
  });
});

describe('a cancellation with an Idempotency-Key, sent again', () => {
  test('is carried out once', async () => {
    await using api = await startOrders();
    await api.place();
    const request = { as: buyerId, headers };
    const first = await api.send('DELETE', `/api/orders/${orderId}`, request);
    const again = await api.send('DELETE', `/api/orders/${orderId}`, request);
    expect([first.status, again.status]).toEqual([204, 204]);
    expect(again.headers['event-position']).toBe(first.headers['event-position']);
    expect(await api.log.head()).toBe(3);
  });

  test('of another order is refused', async () => {
    await using api = await startOrders();
    await api.place();
    const ids = { ticketId: ticketId.replace(/1$/, '2'), orderId: orderId.replace(/1$/, '2') };
    await record(
      api.log,
      { [`ticket-${ids.ticketId}`]: [sampleOf(TicketListed, { ticketId: ids.ticketId })] },
      {
        [`ticket-${ids.ticketId}`]: [sampleOf(TicketReserved, ids)],
        [`order-${ids.orderId}`]: [sampleOf(OrderPlaced, ids)],
      },
    );
    await api.send('DELETE', `/api/orders/${orderId}`, { as: buyerId, headers });
    const request = { as: buyerId, headers };
    await api.refused('idempotency-key-reused', undefined, 'DELETE', `/api/orders/${ids.orderId}`, request);
  });
});
