import { later, NOW, record } from '@boxoffice/common/testing';
import { OrderView } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import {
  buyerId,
  detailsChanged,
  expired,
  fee,
  listed,
  orderId,
  orderStream,
  paid,
  paymentDelayed,
  paymentStarted,
  price,
  refunded,
  refundStarted,
  repriced,
  reserved,
  sellerId,
  sold,
  stranger,
  ticket,
  ticketId,
  ticketStream,
  total,
  withdrawn,
} from '../controls.ts';
import { rules, startOrders } from '../testing.ts';

const body = { ticketId };
const path = `/api/orders/${orderId}`;

describe('POST /api/orders', () => {
  test('reserves the ticket for a while', async () => {
    await using api = await startOrders();
    await api.list();
    const reply = await api.send('POST', '/api/orders', { as: buyerId, body: { ticketId, expectedPrice: price } });
    const times = { placedAt: NOW, changedAt: NOW, expiresAt: later(rules.holdSeconds) };
    const order = { id: expect.any(String), ticketId, buyerId, ticket, price, fee, total, status: 'placed' };
    expect(reply.body).toStrictEqual({ ...order, ...times, declines: 0, payments: [] });
    const { id } = OrderView.parse(reply.body);
    expect(reply).toMatchObject({ status: 201, headers: { 'event-position': '2', location: `/api/orders/${id}` } });
    expect(await api.send('GET', `/api/orders/${id}`, { as: buyerId })).toMatchObject({
      status: 200,
      body: reply.body,
    });
  });

  test('writes to the ticket and to the order in one commit', async () => {
    await using api = await startOrders();
    await api.list();
    const { id } = (await api.send('POST', '/api/orders', { as: buyerId, body })).body;
    const [commit, ...others] = await api.log.read(1, 10);
    expect(others).toEqual([]);
    expect(commit).toMatchObject({
      actor: buyerId,
      streams: [
        { id: ticketStream, revision: 2 },
        { id: `order-${id}`, revision: 1 },
      ],
      events: [
        { type: 'TicketReserved', data: { ticketId, orderId: id, buyerId, expiresAt: later(rules.holdSeconds) } },
        { type: 'OrderPlaced', data: { ticketId, orderId: id, buyerId, sellerId, price, fee, total, ticket } },
      ],
    });
  });

  test('keeps the ticket as it is now', async () => {
    await using api = await startOrders();
    await record(api.log, { [ticketStream]: [listed] }, { [ticketStream]: [repriced, detailsChanged] });
    const reply = await api.send('POST', '/api/orders', { as: buyerId, body });
    const total = { ...repriced.data.price, amount: 8925 };
    expect(reply.body).toMatchObject({ price: repriced.data.price, total, ticket: { venue: 'Columbiahalle' } });
    expect(reply.body.ticket).not.toHaveProperty('seat');
  });

  test('gives the ticket to one of many who want it at once', async () => {
    await using api = await startOrders();
    await api.list();
    const buyers = Array.from({ length: 20 }, (_, at) => `b17e7000-0000-4000-8000-0000000000${at + 10}`);
    const replies = await Promise.all(buyers.map((as) => api.send('POST', '/api/orders', { as, body })));
    const statuses = replies.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array(19).fill(409)]);
    expect(await api.log.head()).toBe(2);
  });

  test('is for those who are signed in', async () => {
    await using api = await startOrders();
    await api.list();
    await api.refused('not-signed-in', undefined, 'POST', '/api/orders', { body });
  });

  test('refuses a ticket that is not there', async () => {
    await using api = await startOrders();
    await api.refused('ticket-not-found', undefined, 'POST', '/api/orders', { as: buyerId, body });
  });

  test('refuses one’s own ticket', async () => {
    await using api = await startOrders();
    await api.list();
    await api.refused('own-ticket', undefined, 'POST', '/api/orders', { as: sellerId, body });
  });

  test.each([
    ['ticket-reserved', [reserved]],
    ['ticket-sold', [reserved, sold]],
    ['ticket-withdrawn', [withdrawn]],
  ] as const)('refuses: %s', async (code, events) => {
    await using api = await startOrders();
    await record(api.log, { [ticketStream]: [listed] }, { [ticketStream]: events });
    await api.refused(code, undefined, 'POST', '/api/orders', { as: stranger, body });
  });

  test('refuses another price than the one that was seen', async () => {
    await using api = await startOrders();
    await record(api.log, { [ticketStream]: [listed] }, { [ticketStream]: [repriced] });
    const request = { as: buyerId, body: { ticketId, expectedPrice: price } };
    const reply = await api.refused('price-changed', 'expectedPrice', 'POST', '/api/orders', request);
    expect(reply.body.detail).toMatch('9900 EUR');
    expect(reply.body.detail).toMatch('8500 EUR');
  });

  test('refuses a show that has begun', async () => {
    await using api = await startOrders();
    await api.list();
    api.clock.set(ticket.startsAt ?? '');
    await api.refused('show-started', undefined, 'POST', '/api/orders', { as: buyerId, body });
  });
});

describe('DELETE /api/orders/:id', () => {
  test('cancels the order and releases the ticket in one commit', async () => {
    await using api = await startOrders();
    await api.place();
    const reply = await api.send('DELETE', path, { as: buyerId });
    expect(reply).toMatchObject({ status: 204, text: '', headers: { 'event-position': '3' } });
    const [commit, ...others] = await api.log.read(2, 10);
    expect(others).toEqual([]);
    expect(commit).toMatchObject({
      actor: buyerId,
      events: [
        { stream: orderStream, type: 'OrderCancelled', data: { orderId, ticketId } },
        { stream: ticketStream, type: 'TicketReleased', data: { ticketId, orderId, reason: 'cancelled' } },
      ],
    });
    expect(await api.send('GET', path, { as: buyerId })).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect(await api.send('POST', '/api/orders', { as: stranger, body })).toMatchObject({ status: 201 });
  });

  test('ends the wait for a provider that takes its time', async () => {
    await using api = await startOrders();
    await api.place();
    await record(api.log, { [orderStream]: [paymentStarted] }, { [orderStream]: [paymentDelayed] });
    expect(await api.send('DELETE', path, { as: buyerId })).toMatchObject({ status: 204 });
    const [commit] = await api.log.read(4, 1);
    expect(commit?.events.map(({ type }) => type)).toEqual(['OrderCancelled', 'TicketReleased']);
  });

  test('is done already, the second time', async () => {
    await using api = await startOrders();
    await api.place();
    await api.send('DELETE', path, { as: buyerId });
    expect(await api.send('DELETE', path, { as: buyerId })).toMatchObject({ status: 204 });
    expect(await api.log.head()).toBe(3);
  });

  test('is for those who are signed in', async () => {
    await using api = await startOrders();
    await api.place();
    await api.refused('not-signed-in', undefined, 'DELETE', path);
  });

  test.each([
    ['a stranger', stranger],
    ['the seller', sellerId],
  ])('does not let %s know of the order', async (_, as) => {
    await using api = await startOrders();
    await api.place();
    const theirs = await api.refused('order-not-found', undefined, 'DELETE', path, { as });
    const none = await api.refused('order-not-found', undefined, 'DELETE', path.replace(/1$/, '2'), { as });
    expect({ ...theirs.body, correlationId: '' }).toEqual({ ...none.body, correlationId: '' });
  });

  test.each([
    ['payment-in-progress', [paymentStarted]],
    ['order-paid', [paymentStarted, paid]],
    ['order-expired', [expired]],
    ['order-refunded', [paymentStarted, paid, refundStarted]],
    ['order-refunded', [paymentStarted, paid, refundStarted, refunded]],
  ] as const)('refuses: %s', async (code, events) => {
    await using api = await startOrders();
    await api.place();
    await record(api.log, { [orderStream]: events });
    await api.refused(code, undefined, 'DELETE', path, { as: buyerId });
  });
});
