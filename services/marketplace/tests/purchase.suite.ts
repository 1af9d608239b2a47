import {
  MailboxReply,
  MailView,
  MarketView,
  OrderHistoryReply,
  OrderView,
  shareOf,
  sumOf,
  TicketHistoryReply,
  TicketSearchReply,
  TicketView,
} from '@boxoffice/contracts';
import type { BookedCharge } from '@boxoffice/payments';
import { expect, test } from 'vitest';
import type { Person } from './support/person.ts';

/** A market, however it runs. */
export interface OpenMarket extends AsyncDisposable {
  /** A newcomer who has just signed up. */
  person(): Promise<Person>;
  /** What the provider was asked to charge for an order. */
  charges(orderId: string): Promise<readonly BookedCharge[]>;
}

/** What people may rely on when they sell and buy, in every mode. */
export function purchaseSuite(open: () => Promise<OpenMarket>): void {
  test('a ticket goes from its seller to its buyer, and everybody sees it at once', async () => {
    await using market = await open();
    const seller = await market.person();
    const buyer = await market.person();

    const listed = await seller.lists({ title: 'Zoë sings Piaf', city: 'Köln' });
    const found = TicketSearchReply.parse((await seller.get('/api/tickets?q=zoe%20pi&maxPrice=5000&city=koln')).json());
    expect(found.items).toEqual([listed]);

    const order = await buyer.reserves(listed.id);
    // What is said to be asked is asked, and nothing is added to it later.
    const { feeBasisPoints } = MarketView.parse((await buyer.get('/api/market')).json());
    const fee = shareOf(listed.price, feeBasisPoints);
    const total = sumOf(listed.price, fee);
    expect(fee.amount).toBeGreaterThan(0);
    expect(order).toMatchObject({ price: listed.price, fee, total, ticket: { title: 'Zoë sings Piaf' } });
    expect(order).toMatchObject({ status: 'placed', payments: [] });
    expect(Date.parse(order.expiresAt) - Date.parse(order.placedAt)).toBe(900_000);
    const held = TicketView.parse((await buyer.get(`/api/tickets/${listed.id}`)).json());
    expect(held).toMatchObject({ status: 'reserved', reservedUntil: order.expiresAt });

    const declined = await buyer.pays(order.id, 'sandbox_declined');
    expect(declined.statusCode).toBe(402);
    const again = OrderView.parse((await buyer.get(`/api/orders/${order.id}`)).json());
    expect(again).toMatchObject({ status: 'placed', declines: 1, payments: [{ status: 'declined' }] });

    const paid = await buyer.pays(order.id);
    expect(paid.statusCode).toBe(201);
    expect(paid.json()).toMatchObject({ orderId: order.id, amount: total, status: 'succeeded' });
    const bought = OrderView.parse((await buyer.get(`/api/orders/${order.id}`)).json());
    expect(bought).toMatchObject({ status: 'paid', total, payments: [{ status: 'declined' }, { status: 'paid' }] });
    const taken = (await market.charges(order.id)).find(({ idempotencyKey }) => idempotencyKey === paid.json().id);
    expect(taken).toMatchObject({ amount: total });

    await seller.get('/api/sales');
    const sales = await seller.request({
      method: 'GET',
      url: '/api/sales',
      headers: { 'event-position': String(paid.headers['event-position']) },
    });
    expect(sales.json().items).toMatchObject([{ id: listed.id, status: 'sold', price: listed.price }]);
    expect((await buyer.get('/api/tickets?q=zoe')).json().items).toEqual([]);
    const history = TicketHistoryReply.parse((await buyer.get(`/api/tickets/${listed.id}/history`)).json());
    expect(history.items.map(({ what }) => what)).toEqual(['listed', 'reserved', 'sold']);
    expect(history).toMatchObject({
      ticket: { status: 'sold' },
      prices: [{ at: listed.listedAt, price: listed.price }],
    });
    const story = `/api/orders/${order.id}/history`;
    const all = OrderHistoryReply.parse((await buyer.get(story)).json());
    expect(all.items.map(({ what }) => what)).toEqual([
      ...['placed', 'payment-started', 'payment-declined', 'payment-started', 'paid'],
    ]);
    const before = OrderHistoryReply.parse((await buyer.get(`${story}?asOf=${again.changedAt}`)).json());
    expect(before.order).toEqual(again);
    expect((await seller.get(story)).statusCode).toBe(404);
  });

  test('buyer and seller are told by mail, each of what concerns them, once', { timeout: 30_000 }, async () => {
    await using market = await open();
    const seller = await market.person();
    const buyer = await market.person();
    const order = await buyer.reserves((await seller.lists({ title: 'Zoë & <b>Piaf</b>' })).id);
    await buyer.pays(order.id);
    const mails = async (person: Person) => MailboxReply.parse((await person.get('/api/mailbox')).json()).items;
    const kinds = async (person: Person) => (await mails(person)).map(({ kind }) => kind);
    await expect.poll(() => kinds(seller), { timeout: 20_000 }).toEqual(['sold']);
    await expect.poll(() => kinds(buyer), { timeout: 20_000 }).toEqual(['paid', 'reserved']);

    const [paid] = await mails(buyer);
    const { text, html } = MailView.parse((await buyer.get(`/api/mailbox/${paid?.id}`)).json());
    expect(text).toContain('Zoë & <b>Piaf</b>');
    expect(html).toContain('Zoë &amp; &lt;b&gt;Piaf&lt;/b&gt;');
    for (const form of [text, html]) {
      expect(form).toContain(`/orders/${order.id}`);
      for (const { email } of [seller, buyer]) expect(form).not.toContain(email);
    }
    expect((await seller.get(`/api/mailbox/${paid?.id}`)).statusCode).toBe(404);
  });

  test('a show that is years away is refused, and no month facet can come of it', async () => {
    await using market = await open();
    const seller = await market.person();
    const body = { title: 'Farewell', price: { amount: 1, currency: 'EUR' }, timeZone: 'Europe/Berlin' };
    const reply = await seller.post('/api/tickets', { ...body, startsAt: '9999-12-31T23:30:00Z' });
    expect(reply.json()).toMatchObject({ status: 400, errors: [{ field: 'startsAt' }] });
    expect((await seller.get('/api/tickets?q=farewell')).json().facets.months).toEqual([]);
  });

  test('a repeated sign-in gives a session that works, though the first has been ended', async () => {
    await using market = await open();
    const person = await market.person();
    const credentials = { email: person.email, password: 'correct horse' };
    const key = { 'idempotency-key': crypto.randomUUID() };
    await person.post('/api/users/signin', credentials, key);
    await person.post('/api/users/signout', {});
    expect((await person.post('/api/users/signin', credentials, key)).statusCode).toBe(200);
    expect((await person.get('/api/orders')).statusCode).toBe(200);
  });

  test('a payment that takes its time is settled by itself', { timeout: 30_000 }, async () => {
    await using market = await open();
    const seller = await market.person();
    const buyer = await market.person();
    const order = await buyer.reserves((await seller.lists()).id);
    const reply = await buyer.pays(order.id, 'sandbox_slow');
    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toMatchObject({ amount: order.total, status: 'pending' });
    const seen = async () => OrderView.parse((await buyer.get(`/api/orders/${order.id}`)).json());
    expect(await seen()).toMatchObject({ status: 'paying', payments: [{ status: 'delayed' }] });
    expect((await buyer.pays(order.id)).json()).toMatchObject({ status: 409, code: 'payment-in-progress' });

    await expect.poll(async () => (await seen()).status, { timeout: 20_000, interval: 200 }).toBe('paid');
    expect((await seen()).payments).toMatchObject([{ id: reply.json().id, status: 'paid' }]);
    expect(await market.charges(order.id)).toHaveLength(1);
  });

  test('who waits for a payment that takes its time may give up', async () => {
    await using market = await open();
    const seller = await market.person();
    const buyer = await market.person();
    const ticket = await seller.lists();
    const order = await buyer.reserves(ticket.id);
    await buyer.pays(order.id, 'sandbox_late');
    expect((await buyer.delete(`/api/orders/${order.id}`)).statusCode).toBe(204);
    expect((await buyer.get(`/api/orders/${order.id}`)).json()).toMatchObject({ status: 'cancelled' });
    const other = await market.person();
    expect((await other.pays((await other.reserves(ticket.id)).id)).statusCode).toBe(201);
  });

  test('a payment that the bank answers twice is one payment', async () => {
    await using market = await open();
    const seller = await market.person();
    const buyer = await market.person();
    const order = await buyer.reserves((await seller.lists()).id);
    expect((await buyer.pays(order.id, 'sandbox_twice')).json()).toMatchObject({ status: 'succeeded' });
    const { items } = (await buyer.get(`/api/orders/${order.id}/history`)).json();
    expect(items.map(({ what }: { what: string }) => what)).toEqual(['placed', 'payment-started', 'paid']);
    expect(await market.charges(order.id)).toHaveLength(1);
  });

  test('a payment asked for twice is charged once', async () => {
    await using market = await open();
    const seller = await market.person();
    const buyer = await market.person();
    const order = await buyer.reserves((await seller.lists()).id);
    const key = { 'idempotency-key': crypto.randomUUID() };
    const replies = await Promise.all(Array.from({ length: 10 }, () => buyer.pays(order.id, 'sandbox_visa', key)));
    expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([201]));
    expect(new Set(replies.map((reply) => reply.json().id)).size).toBe(1);
    expect(await market.charges(order.id)).toHaveLength(1);
  });

  test('two payments of one order at once are one charge', async () => {
    await using market = await open();
    const seller = await market.person();
    const buyer = await market.person();
    const order = await buyer.reserves((await seller.lists()).id);
    const replies = await Promise.all(Array.from({ length: 10 }, () => buyer.pays(order.id)));
    expect(replies.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
    expect(replies.filter(({ statusCode }) => statusCode === 409)).toHaveLength(9);
    expect(await market.charges(order.id)).toHaveLength(1);
  });
}
