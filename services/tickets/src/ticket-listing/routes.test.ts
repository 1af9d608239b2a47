import { record } from '@boxoffice/common/testing';
import { SimilarReply, SuggestionsReply, TicketListed, TicketSearchReply, TicketView } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listed, repriced, reserved, stream, ticketId } from '../controls.ts';
import { startTickets } from '../testing.ts';

let empty: Awaited<ReturnType<typeof startTickets>>;
beforeAll(async () => {
  empty = await startTickets();
});
afterAll(() => empty[Symbol.asyncDispose]());

describe('GET /api/tickets', () => {
  test('of an empty market', async () => {
    const facets = { cities: [], months: [], price: null, quantities: [] };
    const nothing = { items: [], total: { count: 0, capped: false }, facets };
    expect(await empty.send('GET', '/api/tickets')).toMatchObject({ status: 200, body: nothing });
  });

  test('page by page', async () => {
    await using api = await startTickets();
    const ids = [1, 2, 3].map((number) => `71c4e700-0000-4000-8000-00000000000${number}`);
    for (const id of ids) await record(api.log, { [`ticket-${id}`]: [sampleOf(TicketListed, { ticketId: id })] });
    const first = await api.send('GET', '/api/tickets?limit=2&q=owl&sort=newest');
    expect(TicketSearchReply.strict().parse(first.body)).toEqual(first.body);
    expect(first).toMatchObject({ status: 200, headers: { 'event-position': '3' }, body: { total: { count: 3 } } });
    const second = await api.send('GET', `/api/tickets?limit=2&q=owl&sort=newest&cursor=${first.body.nextCursor}`);
    expect(second.body).not.toHaveProperty('nextCursor');
    const found = [...first.body.items, ...second.body.items].map(({ id }) => id);
    expect(found).toEqual(ids.toReversed());
  });

  test.each([
    ['minPrice=-1', 'minPrice'],
    ['minPrice=1e15', 'minPrice'],
    ['maxPrice=cheap', 'maxPrice'],
    ['maxPrice=1&maxPrice=2', 'maxPrice'],
    ['quantity=0', 'quantity'],
    ['seller=me', 'seller'],
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['sort=best', 'sort'],
    ['status=sold', 'status'],
    ['from=2027-02-30', 'from'],
    ['to=tomorrow', 'to'],
    ['cursor=nonsense', 'cursor'],
    ['q=a&q=b', 'q'],
    [`q=${'x'.repeat(10_000)}`, 'q'],
    ['q[$gt]=', 'q?$gt?'],
    ['$where=1', '$where'],
    ['__proto__=1', '__proto__'],
    ['sellerId=1', 'sellerId'],
  ])('refuses ?%s', async (query, field) => {
    await empty.refused('invalid-input', field, 'GET', `/api/tickets?${query}`);
  });
});

describe('GET /api/tickets/:id', () => {
  test('is what everybody may see of a ticket', async () => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] }, { [stream]: [repriced, reserved] });
    const reply = await api.send('GET', `/api/tickets/${ticketId}`);
    expect(TicketView.strict().parse(reply.body)).toEqual(reply.body);
    expect(reply).toMatchObject({
      status: 200,
      headers: { etag: '"2"', 'event-position': '2' },
      body: { id: ticketId, status: 'reserved', price: repriced.data.price, reservedUntil: reserved.data.expiresAt },
    });
    expect(reply.text).not.toMatch(reserved.data.buyerId);
  });

  test('of a ticket that is not there', async () => {
    await using api = await startTickets();
    await api.refused('ticket-not-found', undefined, 'GET', `/api/tickets/${ticketId}`);
  });

  test('that must show more than there is, is refused', async () => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] });
    const headers = { 'event-position': '2' };
    const reply = await api.refused('not-caught-up', undefined, 'GET', `/api/tickets/${ticketId}`, { headers });
    expect(reply.headers).toMatchObject({ 'retry-after': '1' });
  });
});

describe('GET /api/tickets/suggestions', () => {
  test('are made while one types', async () => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] });
    const reply = await api.send(
      'GET',
      `/api/tickets/suggestions?q=${encodeURIComponent(listed.data.title.slice(0, 3))}`,
    );
    expect(SuggestionsReply.strict().parse(reply.body)).toEqual(reply.body);
    const show = { kind: 'show', text: listed.data.title, count: 1, price: listed.data.price };
    expect(reply).toMatchObject({ status: 200, headers: { 'event-position': '1' }, body: { items: [show] } });
  });

  test.each(['', 'q=a&q=b', `q=${'x'.repeat(201)}`, 'q[$gt]=', 'q=a&limit=100'])(
    'are refused for ?%s',
    async (query) => {
      await empty.refused('invalid-input', undefined, 'GET', `/api/tickets/suggestions?${query}`);
    },
  );
});

describe('GET /api/tickets/:id/similar', () => {
  test('is what else can be bought, whatever has become of the ticket', async () => {
    await using api = await startTickets();
    const other = '71c4e700-0000-4000-8000-000000000099';
    const again = sampleOf(TicketListed, { ticketId: other });
    await record(api.log, { [stream]: [listed, reserved] }, { [`ticket-${other}`]: [again] });
    const reply = await api.send('GET', `/api/tickets/${ticketId}/similar`);
    expect(SimilarReply.strict().parse(reply.body)).toEqual(reply.body);
    expect(reply).toMatchObject({ status: 200, body: { items: [{ id: other }] } });
  });

  test('of a ticket that is not there', async () => {
    await empty.refused('ticket-not-found', undefined, 'GET', `/api/tickets/${ticketId}/similar`);
  });
});
