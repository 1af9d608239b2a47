import { TicketHistoryReply } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import { purchaseSuite } from './purchase.suite.ts';
import { testMarket } from './support/market.ts';

describe('in one process', () => {
  purchaseSuite(() => testMarket());
});

test('a repeated request is answered as the first was, though the show has begun since', async () => {
  let now = Date.parse('2027-01-01T00:00:00.000Z');
  await using market = await testMarket({ clock: { now: () => new Date(now).toISOString() } });
  const seller = await market.person();
  const show = { startsAt: '2027-01-01T00:01:00Z', timeZone: 'Europe/Berlin' };
  const body = { title: 'Soon', price: { amount: 1, currency: 'EUR' }, ...show };
  const key = { 'idempotency-key': crypto.randomUUID() };
  const first = await seller.post('/api/tickets', body, key);
  expect(first.statusCode).toBe(201);
  now += 120_000;
  const again = await seller.post('/api/tickets', body, key);
  expect([again.statusCode, again.body]).toEqual([201, first.body]);
});

test('a hold that runs out gives the ticket back, and is remembered', async () => {
  let now = Date.parse('2027-01-01T00:00:00.000Z');
  const clock = { now: () => new Date(now).toISOString() };
  await using market = await testMarket({ clock });
  const seller = await market.person();
  const buyer = await market.person();
  const ticket = await seller.lists();
  const order = await buyer.reserves(ticket.id);

  now += 899_000;
  expect((await buyer.get(`/api/orders/${order.id}`)).json().status).toBe('placed');
  now += 2_000;
  const late = await buyer.pays(order.id);
  expect(late.json()).toMatchObject({ status: 409, code: 'order-expired' });

  await expect.poll(async () => (await buyer.get(`/api/orders/${order.id}`)).json().status).toBe('expired');
  const other = await market.person();
  expect((await other.reserves(ticket.id)).status).toBe('placed');
  expect(await market.charges(order.id)).toHaveLength(0);
});

test('a hold lasts long enough to pay, once', async () => {
  let now = Date.parse('2027-01-01T00:00:00.000Z');
  await using market = await testMarket({ clock: { now: () => new Date(now).toISOString() } });
  const seller = await market.person();
  const buyer = await market.person();
  const ticket = await seller.lists();
  const order = await buyer.reserves(ticket.id);
  now += 800_000;
  await buyer.pays(order.id, 'sandbox_declined');
  const expiresAt = '2027-01-01T00:23:20.000Z';
  expect((await buyer.get(`/api/orders/${order.id}`)).json()).toMatchObject({ status: 'placed', expiresAt });
  expect((await buyer.get(`/api/tickets/${ticket.id}`)).json()).toMatchObject({ reservedUntil: expiresAt });

  now += 599_000;
  await buyer.pays(order.id, 'sandbox_declined');
  expect((await buyer.get(`/api/orders/${order.id}`)).json()).toMatchObject({ status: 'placed', expiresAt });
  now += 1_000;
  await expect.poll(async () => (await buyer.get(`/api/orders/${order.id}`)).json().status).toBe('expired');
  const { items } = TicketHistoryReply.parse((await buyer.get(`/api/tickets/${ticket.id}/history`)).json());
  expect(items.map(({ what }) => what)).toEqual(['listed', 'reserved', 'extended', 'released']);
});

test('a payment that a crash cut off is settled when its time has come', async () => {
  let now = Date.parse('2027-01-01T00:00:00.000Z');
  const clock = { now: () => new Date(now).toISOString() };
  await using market = await testMarket({ clock });
  const seller = await market.person();
  const buyer = await market.person();
  const order = await buyer.reserves((await seller.lists()).id);
  const { provider } = market.parts;
  const charge = provider.charge;
  // The provider takes the money, and its answer does not reach us.
  Object.assign(provider, {
    charge: async (wanted: Parameters<typeof charge>[0]) => {
      await charge(wanted);
      throw new Error('connection reset');
    },
  });
  const reply = await buyer.pays(order.id);
  expect(reply.json()).toMatchObject({ status: 'requested' });
  expect((await buyer.delete(`/api/orders/${order.id}`)).json()).toMatchObject({ code: 'payment-in-progress' });

  Object.assign(provider, { charge });
  now += 11_000;
  await expect
    .poll(async () => (await buyer.get(`/api/orders/${order.id}`)).json().status, { timeout: 5000 })
    .toBe('paid');
  expect(await market.charges(order.id)).toHaveLength(1);
});
