import { later, NOW, record } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import { buyerId, details, listed, price, repriced, reserved, sellerId, sold, stream, ticketId } from '../controls.ts';
import { offer, startTickets } from '../testing.ts';

const path = `/api/tickets/${ticketId}`;
const others = { ...offer, title: 'Owl Town', price: repriced.data.price };
const nowhere = '/api/tickets/71c4e700-0000-4000-8000-00000000dead';

describe('POST /api/tickets', () => {
  test('lists a ticket', async () => {
    await using api = await startTickets();
    const reply = await api.send('POST', '/api/tickets', { as: sellerId, body: offer });
    const view = { id: expect.any(String), sellerId, ...details, price, status: 'available', revision: 1 };
    expect(reply).toMatchObject({ status: 201, body: { ...view, listedAt: NOW, changedAt: NOW } });
    expect(reply.headers).toMatchObject({
      etag: '"1"',
      'event-position': '1',
      location: `/api/tickets/${reply.body.id}`,
    });

    const [commit] = await api.log.readStream(`ticket-${reply.body.id}`);
    const event = { type: 'TicketListed', version: 1, data: { ...listed.data, ticketId: reply.body.id } };
    expect(commit).toMatchObject({ actor: sellerId, at: NOW, events: [event] });
    expect(await api.send('GET', `/api/tickets/${reply.body.id}`)).toMatchObject({ status: 200, body: reply.body });
  });

  test('lists a show without a date, place or seat', async () => {
    await using api = await startTickets();
    const reply = await api.send('POST', '/api/tickets', { as: sellerId, body: { title: ' Zoë ', price } });
    expect(reply).toMatchObject({ status: 201, body: { title: 'Zoë', quantity: 1 } });
    expect(reply.body).not.toHaveProperty('startsAt');
  });

  test('is for those who are signed in', async () => {
    await using api = await startTickets();
    await api.refused('not-signed-in', undefined, 'POST', '/api/tickets', { body: offer });
  });

  test('refuses a show that has begun', async () => {
    await using api = await startTickets();
    const body = { ...offer, startsAt: NOW };
    await api.refused('invalid-input', 'startsAt', 'POST', '/api/tickets', { as: sellerId, body });
  });
});

describe('PUT /api/tickets/:id', () => {
  test('changes a ticket', async () => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] });
    api.clock.set(later(60));
    const reply = await api.send('PUT', path, { as: sellerId, body: others });
    const changed = { id: ticketId, ...others, revision: 2, listedAt: later(1), changedAt: later(60) };
    expect(reply).toMatchObject({ status: 200, body: changed, headers: { etag: '"2"', 'event-position': '2' } });
    expect((await api.log.read(1, 10)).flatMap(({ events }) => events.map(({ type }) => type))).toEqual([
      'TicketDetailsChanged',
      'TicketRepriced',
    ]);
    expect(await api.send('GET', path)).toMatchObject({ body: reply.body });
  });

  test('changes nothing when nothing is different', async () => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] });
    const reply = await api.send('PUT', path, { as: sellerId, body: offer });
    expect(reply).toMatchObject({
      status: 200,
      body: { revision: 1 },
      headers: { etag: '"1"', 'event-position': '1' },
    });
    expect(await api.log.head()).toBe(1);
  });
});

test('DELETE /api/tickets/:id withdraws a ticket, once', async () => {
  await using api = await startTickets();
  await record(api.log, { [stream]: [listed] });
  const reply = await api.send('DELETE', path, { as: sellerId });
  expect(reply).toMatchObject({ status: 204, text: '', headers: { 'event-position': '2' } });
  const headers = { 'if-match': '"1"' };
  expect(await api.send('DELETE', path, { as: sellerId })).toMatchObject({ status: 204 });
  expect(await api.send('DELETE', path, { as: sellerId, headers })).toMatchObject({ status: 204 });
  expect(await api.log.head()).toBe(2);
  expect(await api.send('GET', path)).toMatchObject({ status: 200, body: { status: 'withdrawn' } });
});

describe.each([
  ['PUT', others],
  ['DELETE', undefined],
] as const)('%s /api/tickets/:id', (method, body) => {
  test('is for those who are signed in', async () => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] });
    await api.refused('not-signed-in', undefined, method, path, { body });
  });

  test('is for the seller', async () => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] });
    await api.refused('not-your-ticket', undefined, method, path, { as: buyerId, body });
  });

  test('refuses a ticket that is not there', async () => {
    await using api = await startTickets();
    await api.refused('ticket-not-found', undefined, method, nowhere, { as: sellerId, body });
  });

  test('refuses a ticket that is reserved, and one that is sold', async () => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] }, { [stream]: [reserved] });
    await api.refused('ticket-reserved', undefined, method, path, { as: sellerId, body });
    await record(api.log, { [stream]: [sold] });
    await api.refused('ticket-sold', undefined, method, path, { as: sellerId, body });
  });

  test('If-Match: the revision that was read', async () => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] }, { [stream]: [repriced] });
    const headers = { 'if-match': '"2"' };
    expect((await api.send(method, path, { as: sellerId, body, headers })).status).toBeLessThan(300);
    expect(await api.log.head()).toBe(3);
  });

  test('If-Match: an older revision is refused', async () => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] }, { [stream]: [repriced] });
    for (const stale of ['"1"', '"3"'])
      await api.refused('revision-stale', undefined, method, path, {
        as: sellerId,
        body,
        headers: { 'if-match': stale },
      });
  });

  test.each(['2', 'W/"2"', '"two"', '""', '"2", "3"'])('If-Match: %s is no revision', async (value) => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] });
    const headers = { 'if-match': value };
    await api.refused('invalid-input', 'If-Match', method, path, { as: sellerId, body, headers });
  });

  test('If-Match: * is any revision', async () => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] });
    const reply = await api.send(method, path, { as: sellerId, body, headers: { 'if-match': '*' } });
    expect(reply.status).toBeLessThan(300);
  });
});

test('PUT refuses a ticket that was withdrawn', async () => {
  await using api = await startTickets();
  await record(api.log, { [stream]: [listed] });
  await api.send('DELETE', path, { as: sellerId });
  await api.refused('ticket-withdrawn', undefined, 'PUT', path, { as: sellerId, body: others });
});
