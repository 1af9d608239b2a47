import { record } from '@boxoffice/common/testing';
import { TicketListed } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import { buyerId, listed, repriced, sellerId, stream, ticketId } from '../controls.ts';
import { offer, startTickets } from '../testing.ts';

const headers = { 'idempotency-key': 'b0a7-1' };
const path = `/api/tickets/${ticketId}`;
const otherId = '71c4e700-0000-4000-8000-000000000002';
const others = { ...offer, price: repriced.data.price };

describe('a request with an Idempotency-Key, sent again', () => {
  test('lists one ticket and gets the same reply', async () => {
    await using api = await startTickets();
    const first = await api.send('POST', '/api/tickets', { as: sellerId, body: offer, headers });
    await api.send('PUT', `/api/tickets/${first.body.id}`, { as: sellerId, body: others });
    const again = await api.send('POST', '/api/tickets', { as: sellerId, body: offer, headers });
    expect(again).toMatchObject({ status: 201, text: first.text });
    for (const name of ['etag', 'event-position', 'location']) expect(again.headers[name]).toBe(first.headers[name]);
    expect(await api.log.head()).toBe(2);
  });

  test('lists one ticket when both come at once', async () => {
    await using api = await startTickets();
    const request = { as: sellerId, body: offer, headers };
    const replies = await Promise.all([1, 2, 3].map(() => api.send('POST', '/api/tickets', request)));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(replies[0]?.status).toBe(201);
    expect(await api.log.head()).toBe(1);
  });

  test('is the same however its JSON is written', async () => {
    await using api = await startTickets();
    const first = await api.send('POST', '/api/tickets', { as: sellerId, body: offer, headers });
    const body = JSON.stringify(Object.fromEntries(Object.entries(offer).reverse()), null, 2);
    const again = await api.send('POST', '/api/tickets', { as: sellerId, body, headers });
    expect(again.text).toBe(first.text);
  });

  test('with another body is refused', async () => {
    await using api = await startTickets();
    await api.send('POST', '/api/tickets', { as: sellerId, body: offer, headers });
    const request = { as: sellerId, body: others, headers };
    await api.refused('idempotency-key-reused', undefined, 'POST', '/api/tickets', request);
  });

  test('by somebody else is another request', async () => {
    await using api = await startTickets();
    const first = await api.send('POST', '/api/tickets', { as: sellerId, body: offer, headers });
    const theirs = await api.send('POST', '/api/tickets', { as: buyerId, body: offer, headers });
    expect(theirs).toMatchObject({ status: 201, body: { sellerId: buyerId } });
    expect(theirs.body.id).not.toBe(first.body.id);
  });

  test.each(['', 'two words', 'schlüssel', 'x'.repeat(129)])('is refused when the key is %j', async (key) => {
    await using api = await startTickets();
    const request = { as: sellerId, body: offer, headers: { 'idempotency-key': key } };
    await api.refused('invalid-input', 'Idempotency-Key', 'POST', '/api/tickets', request);
  });

  test('without the key lists a second ticket', async () => {
    await using api = await startTickets();
    const first = await api.send('POST', '/api/tickets', { as: sellerId, body: offer });
    const second = await api.send('POST', '/api/tickets', { as: sellerId, body: offer });
    expect(second.body.id).not.toBe(first.body.id);
  });
});

describe.each([
  ['PUT', others],
  ['DELETE', undefined],
] as const)('%s with an Idempotency-Key', (method, body) => {
  test('sent again is carried out once, though the ticket has moved since it was read', async () => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] });
    const request = { as: sellerId, body, headers: { ...headers, 'if-match': '"1"' } };
    const first = await api.send(method, path, request);
    const again = await api.send(method, path, request);
    expect(again).toMatchObject({ status: first.status, text: first.text });
    expect(first.status).toBeLessThan(300);
    expect(await api.log.head()).toBe(2);
  });

  test('of another ticket is refused', async () => {
    await using api = await startTickets();
    const other = sampleOf(TicketListed, { ticketId: otherId });
    await record(api.log, { [stream]: [listed] }, { [`ticket-${otherId}`]: [other] });
    await api.send(method, path, { as: sellerId, body, headers });
    const request = { as: sellerId, body, headers };
    await api.refused('idempotency-key-reused', undefined, method, `/api/tickets/${otherId}`, request);
  });
});
