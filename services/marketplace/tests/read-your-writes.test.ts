import { expect, test } from 'vitest';
import { testMarket } from './support/market.ts';
import type { Person } from './support/person.ts';

const ROUNDS = 10_000;
const AT_ONCE = 8;

test(`a query right after a command shows the change, ${ROUNDS} times`, async () => {
  await using market = await testMarket();
  let rounds = 0;

  async function oneSeller(): Promise<void> {
    const seller = await market.person();
    while (rounds < ROUNDS) await oneTicket(seller);
  }

  async function oneTicket(seller: Person): Promise<void> {
    const title = `Show ${crypto.randomUUID()}`;
    const { id } = await seller.lists({ title });
    for (let amount = 1; amount <= 20; amount += 1) {
      rounds += 1;
      const price = { amount, currency: 'EUR' };
      const changed = await seller.request({ method: 'PUT', url: `/api/tickets/${id}`, payload: { title, price } });
      expect(changed.statusCode).toBe(200);
      const inList = amount % 5 === 0;
      const shown = await seller.get(inList ? '/api/sales?limit=1' : `/api/tickets/${id}`);
      const ticket = inList ? shown.json().items[0] : shown.json();
      expect(ticket).toMatchObject({ id, price });
      expect(shown.headers['event-position-stale']).toBeUndefined();
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, oneSeller));
  expect(rounds).toBeGreaterThanOrEqual(ROUNDS);
}, 180_000);

test('a query that carries a position which does not come says so instead of showing less', async () => {
  await using market = await testMarket();
  const headers = { 'event-position': '999' };
  const reply = await market.app.inject({ url: '/api/tickets', headers });
  expect(reply.json()).toMatchObject({ status: 503, code: 'not-caught-up' });
  expect(reply.headers['retry-after']).toBe('1');
});

test('a cookie from another life of the data folder gets all that there is', async () => {
  await using market = await testMarket();
  const seller = await market.person();
  seller.cookies['event-position'] = '999';
  for (let n = 0; n < 50; n += 1) {
    const { id } = await seller.lists();
    const reply = await seller.get(`/api/tickets/${id}`);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['event-position-stale']).toBe('true');
  }
});
