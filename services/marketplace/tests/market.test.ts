import { OrderView, TicketHistoryReply, TicketSearchReply, TicketView } from '@boxoffice/contracts';
import { expect, test } from 'vitest';
import { testMarket } from './support/market.ts';

test('a ticket goes from its seller to its buyer, and everybody sees it at once', async () => {
  await using market = await testMarket();
  const seller = await market.person();
  const buyer = await market.person();

  const listed = await seller.lists({ title: 'Zoë sings Piaf', city: 'Köln' });
  const found = TicketSearchReply.parse((await seller.get('/api/tickets?q=zoe%20pi&maxPrice=5000&city=koln')).json());
  expect(found.items).toEqual([listed]);

  const order = await buyer.reserves(listed.id);
  expect(order).toMatchObject({ status: 'placed', total: listed.price, ticket: { title: 'Zoë sings Piaf' } });
  expect(Date.parse(order.expiresAt) - Date.parse(order.placedAt)).toBe(900_000);
  const held = TicketView.parse((await buyer.get(`/api/tickets/${listed.id}`)).json());
  expect(held).toMatchObject({ status: 'reserved', reservedUntil: order.expiresAt });

  const declined = await buyer.pays(order.id, 'sandbox_declined');
  expect(declined.statusCode).toBe(402);
  const again = OrderView.parse((await buyer.get(`/api/orders/${order.id}`)).json());
  expect(again).toMatchObject({ status: 'placed', declines: 1 });

  const paid = await buyer.pays(order.id);
  expect(paid.statusCode).toBe(201);
  expect(paid.json()).toMatchObject({ orderId: order.id, amount: listed.price, status: 'succeeded' });
  expect((await buyer.get(`/api/orders/${order.id}`)).json()).toMatchObject({ status: 'paid' });

  await seller.get('/api/sales');
  const sales = await seller.request({
    method: 'GET',
    url: '/api/sales',
    headers: { 'event-position': paid.headers['event-position'] },
  });
  expect(sales.json().items).toMatchObject([{ id: listed.id, status: 'sold' }]);
  expect((await buyer.get('/api/tickets?q=zoe')).json().items).toEqual([]);
  const history = TicketHistoryReply.parse((await buyer.get(`/api/tickets/${listed.id}/history`)).json());
  expect(history.items.map(({ what }) => what)).toEqual(['listed', 'reserved', 'sold']);
});

test('a show that is years away is refused, and no month facet can come of it', async () => {
  await using market = await testMarket();
  const seller = await market.person();
  const body = { title: 'Far', price: { amount: 1, currency: 'EUR' }, timeZone: 'Europe/Berlin' };
  const reply = await seller.post('/api/tickets', { ...body, startsAt: '9999-12-31T23:30:00Z' });
  expect(reply.json()).toMatchObject({ status: 400, errors: [{ field: 'startsAt' }] });
  expect((await seller.get('/api/tickets')).json().facets.months).toEqual([]);
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

test('a repeated sign-in gives a session that works, though the first has been ended', async () => {
  await using market = await testMarket();
  const person = await market.person();
  const credentials = { email: person.email, password: 'correct horse' };
  const key = { 'idempotency-key': crypto.randomUUID() };
  await person.post('/api/users/signin', credentials, key);
  await person.post('/api/users/signout', {});
  expect((await person.post('/api/users/signin', credentials, key)).statusCode).toBe(200);
  expect((await person.get('/api/orders')).statusCode).toBe(200);
});

test('a payment asked for twice is charged once', async () => {
  await using market = await testMarket();
  const seller = await market.person();
  const buyer = await market.person();
  const order = await buyer.reserves((await seller.lists()).id);
  const key = { 'idempotency-key': crypto.randomUUID() };
  const replies = await Promise.all(Array.from({ length: 10 }, () => buyer.pays(order.id, 'sandbox_visa', key)));
  expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([201]));
  expect(new Set(replies.map((reply) => reply.json().id)).size).toBe(1);
  expect(chargesOf(market)).toHaveLength(1);
});

test('two payments of one order at once are one charge', async () => {
  await using market = await testMarket();
  const seller = await market.person();
  const buyer = await market.person();
  const order = await buyer.reserves((await seller.lists()).id);
  const replies = await Promise.all(Array.from({ length: 10 }, () => buyer.pays(order.id)));
  expect(replies.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
  expect(replies.filter(({ statusCode }) => statusCode === 409)).toHaveLength(9);
  expect(chargesOf(market)).toHaveLength(1);
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
  expect(chargesOf(market)).toHaveLength(0);
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
  expect(chargesOf(market)).toHaveLength(1);
});

function chargesOf({ parts }: Awaited<ReturnType<typeof testMarket>>) {
  return (parts.provider as unknown as { charges(): unknown[] }).charges();
}
