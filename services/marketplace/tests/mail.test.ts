import { catchUp, memoryReadModels } from '@boxoffice/common';
import { MailboxReply, MailView } from '@boxoffice/contracts';
import { expect, test } from 'vitest';
import { startRefund } from '../../payments/src/refund/refund.ts';
import { projections } from '../src/projections.ts';
import { type TestMarket, testMarket } from './support/market.ts';
import type { Person } from './support/person.ts';

const kindsOf = async (person: Person) =>
  MailboxReply.parse((await person.get('/api/mailbox')).json()).items.map(({ kind }) => kind);

/** What a person has been told, the last first, once all has been told. */
const hears = (person: Person, kinds: string[]) =>
  expect.poll(() => kindsOf(person), { timeout: 10_000 }).toEqual(kinds);

/** Resolves when whatever is to be told has been told. */
async function quiet({ parts: { log, cursors, outbox } }: TestMarket): Promise<void> {
  const head = await log.head();
  const told = async () => (await cursors.take('take-notice')).position;
  await expect.poll(told, { timeout: 10_000 }).toBeGreaterThanOrEqual(await lastOrderEvent(log, head));
  await expect.poll(() => outbox.waiting(), { timeout: 10_000 }).toBe(0);
}

async function lastOrderEvent(log: TestMarket['parts']['log'], head: number): Promise<number> {
  const commits = await log.read(0, head);
  return commits.findLast(({ streams }) => streams.some(({ id }) => id.startsWith('order-')))?.position ?? 0;
}

test('whatever becomes of an order, its buyer is told, and its seller of what concerns them', {
  timeout: 30_000,
}, async () => {
  let now = Date.parse('2027-01-01T00:00:00.000Z');
  await using market = await testMarket({ clock: { now: () => new Date(now).toISOString() } });
  const [seller, one, two, three] = [
    await market.person(),
    await market.person(),
    await market.person(),
    await market.person(),
  ];
  const ticket = await seller.lists();
  await one.delete(`/api/orders/${(await one.reserves(ticket.id)).id}`);
  await hears(one, ['cancelled', 'reserved']);

  await two.reserves(ticket.id);
  now += 901_000;
  await hears(two, ['expired', 'reserved']);

  const order = await three.reserves(ticket.id);
  await three.pays(order.id, 'sandbox_declined');
  await three.pays(order.id);
  await hears(three, ['paid', 'reserved']);
  await hears(seller, ['sold']);

  const commandId = crypto.randomUUID();
  const at = new Date(now).toISOString();
  const context = { commandId, mayRepeat: false, correlationId: commandId, actor: 'operator:ada', at };
  await startRefund(market.parts.log, { orderId: order.id, afterwards: 'relist' }, context);
  await hears(three, ['refunded', 'paid', 'reserved']);
  await hears(seller, ['sale-undone', 'sold']);
  await quiet(market);
  expect([await kindsOf(one), await kindsOf(two)]).toEqual([
    ['cancelled', 'reserved'],
    ['expired', 'reserved'],
  ]);
});

test('who pays too late hears that the money has come back', { timeout: 30_000 }, async () => {
  let now = Date.parse('2027-01-01T00:00:00.000Z');
  await using market = await testMarket({ clock: { now: () => new Date(now).toISOString() } });
  const [seller, late, quick] = [await market.person(), await market.person(), await market.person()];
  const ticket = await seller.lists();
  const order = await late.reserves(ticket.id);
  await late.pays(order.id, 'sandbox_late');
  now += 901_000;
  await hears(late, ['expired', 'reserved']);
  await quick.pays((await quick.reserves(ticket.id)).id);
  now += 3_600_000;
  await expect
    .poll(async () => (await late.get(`/api/orders/${order.id}`)).json().status, { timeout: 10_000 })
    .toBe('refunding');
  now += 60_000;
  await hears(late, ['refunded', 'expired', 'reserved']);
  const [refunded] = MailboxReply.parse((await late.get('/api/mailbox')).json()).items;
  const { text } = MailView.parse((await late.get(`/api/mailbox/${refunded?.id}`)).json());
  expect(text).toContain('Your payment came after the time to pay had run out');
  expect(text).toContain('All of it has been given back: €52.50.');
  await hears(seller, ['sold']);
});

test('a restart and a replay tell nobody again', { timeout: 30_000 }, async () => {
  let dataDir: string;
  let buyer: Person;
  let before: unknown;
  {
    await using market = await testMarket();
    dataDir = market.dataDir;
    buyer = await market.person();
    await buyer.pays((await buyer.reserves((await (await market.person()).lists()).id)).id);
    await hears(buyer, ['paid', 'reserved']);
    await catchUp(projections, market.parts.log, memoryReadModels());
    await quiet(market);
    before = (await buyer.get('/api/mailbox')).json();
  }
  for (const isForgetful of [false, true]) {
    await using again = await testMarket({ dataDir });
    await quiet(again);
    const reply = await again.app.inject({ url: '/api/mailbox', cookies: buyer.cookies });
    expect(reply.json()).toEqual(before);
    // The next time the reaction goes through all of the log again.
    if (!isForgetful) await (await again.parts.cursors.take('take-notice')).save(0);
  }
});

test('links lead to where the market is reached', async () => {
  await using market = await testMarket({ origin: () => 'https://tickets.example' });
  const buyer = await market.person();
  const order = await buyer.reserves((await (await market.person()).lists()).id);
  await hears(buyer, ['reserved']);
  const [{ id } = { id: '' }] = MailboxReply.parse((await buyer.get('/api/mailbox')).json()).items;
  const { text, html } = MailView.parse((await buyer.get(`/api/mailbox/${id}`)).json());
  for (const form of [text, html]) expect(form).toContain(`https://tickets.example/orders/${order.id}`);
});
