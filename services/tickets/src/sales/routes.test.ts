import { record } from '@boxoffice/common/testing';
import { SalesReply, TicketListed, TicketWithdrawn } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import { buyerId, market, sellerId } from '../controls.ts';
import { startTickets } from '../testing.ts';

const idOf = (number: number) => `71c4e700-0000-4000-8000-00000000000${number}`;

describe('GET /api/sales', () => {
  test("is the seller's own listings, the newest first, page by page, whatever has become of them", async () => {
    await using api = await startTickets();
    const sellers = [sellerId, buyerId, sellerId, sellerId];
    for (const [at, seller] of sellers.entries()) {
      const event = sampleOf(TicketListed, { ticketId: idOf(at), sellerId: seller });
      await record(api.log, { [`ticket-${idOf(at)}`]: [event] });
    }
    await record(api.log, { [`ticket-${idOf(2)}`]: [sampleOf(TicketWithdrawn, { ticketId: idOf(2) })] });

    const first = await api.send('GET', '/api/sales?limit=2', { as: sellerId });
    expect(SalesReply.strict().parse(first.body)).toEqual(first.body);
    expect(first).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store', 'event-position': '5' } });
    const second = await api.send('GET', `/api/sales?limit=2&cursor=${first.body.nextCursor}`, { as: sellerId });
    const found = [...first.body.items, ...second.body.items];
    expect(found.map(({ id }) => id)).toEqual([3, 2, 0].map(idOf));
    expect(found.map(({ status }) => status)).toEqual(['available', 'withdrawn', 'available']);
    expect(second.body).not.toHaveProperty('nextCursor');
    const { amount, currency } = sampleOf(TicketListed).data.price;
    const totals = [
      { status: 'available', count: 2, price: { amount: 2 * amount, currency } },
      { status: 'withdrawn', count: 1, price: { amount, currency } },
    ];
    expect([first.body.totals, second.body.totals]).toEqual([totals, totals]);
  });

  test('is empty for those who sell nothing', async () => {
    await using api = await startTickets();
    expect(await api.send('GET', '/api/sales', { as: buyerId })).toMatchObject({
      status: 200,
      body: { items: [], totals: [] },
    });
  });

  test('is for those who are signed in', async () => {
    await using api = await startTickets();
    await api.refused('not-signed-in', undefined, 'GET', '/api/sales');
  });

  test.each([
    ['limit=0', 'limit'],
    ['cursor=nonsense', 'cursor'],
    [`cursor=${Buffer.from('["sellerId","a","b"]').toString('base64url')}`, 'cursor'],
    ['sellerId=1', 'sellerId'],
  ])('refuses ?%s', async (query, field) => {
    await using api = await startTickets();
    await api.refused('invalid-input', field, 'GET', `/api/sales?${query}`, { as: sellerId });
  });
});

test('GET /api/market is what holds for the whole market', async () => {
  await using api = await startTickets();
  expect(await api.send('GET', '/api/market')).toMatchObject({ status: 200, body: market });
});
