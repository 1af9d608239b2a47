import { OrderView } from '@boxoffice/contracts';
import { imbalanceOf, type Ledger, ledger } from '@boxoffice/payments';
import { expect, test } from 'vitest';
import { startRefund } from '../../payments/src/refund/refund.ts';
import { type TestMarket, testMarket } from './support/market.ts';
import type { Person } from './support/person.ts';

function startClock() {
  let now = Date.parse('2027-01-01T00:00:00.000Z');
  return {
    clock: { now: () => new Date(now).toISOString() },
    pass(seconds: number) {
      now += seconds * 1000;
    },
  };
}

const seen = async (person: Person, orderId: string) =>
  OrderView.parse((await person.get(`/api/orders/${orderId}`)).json());

const becomes = (person: Person, orderId: string, status: string) =>
  expect.poll(async () => (await seen(person, orderId)).status, { timeout: 10_000 }).toBe(status);

/** The books of the market, once they have reached the end of the log; they add up. */
async function booksOf({ parts: { log, readModels } }: TestMarket): Promise<Ledger | undefined> {
  const model = readModels.reader<Ledger>(ledger);
  expect(await model.reached(await log.head(), 5000)).toBe(true);
  const books = await model.get('EUR');
  expect(books && imbalanceOf(books)).toBe(0);
  return books;
}

/** A buyer has paid by a bank that takes longer than any hold, and the hold has run out. */
async function waiting(market: TestMarket, pass: (seconds: number) => void) {
  const seller = await market.person();
  const buyer = await market.person();
  const ticket = await seller.lists();
  const order = await buyer.reserves(ticket.id);
  expect((await buyer.pays(order.id, 'sandbox_late')).json()).toMatchObject({ status: 'pending' });
  pass(901);
  await becomes(buyer, order.id, 'expired');
  return { buyer, ticket, order };
}

test('money that comes when the hold has run out buys the ticket, if it is still free', {
  timeout: 20_000,
}, async () => {
  const { clock, pass } = startClock();
  await using market = await testMarket({ clock });
  const { buyer, ticket, order } = await waiting(market, pass);
  pass(3600);
  await becomes(buyer, order.id, 'paid');
  expect((await buyer.get(`/api/tickets/${ticket.id}`)).json()).toMatchObject({ status: 'sold' });
  expect(await market.books.refunds()).toEqual([]);
  expect(await booksOf(market)).toMatchObject({ charged: 5250, paid: 5250, fees: 250, inFlight: 0 });
});

test('money that comes when somebody else has the ticket goes back by itself', { timeout: 20_000 }, async () => {
  const { clock, pass } = startClock();
  await using market = await testMarket({ clock });
  const { buyer, ticket, order } = await waiting(market, pass);
  const other = await market.person();
  const others = await other.reserves(ticket.id);
  await other.pays(others.id);
  pass(3600);
  await becomes(buyer, order.id, 'refunding');
  pass(60);
  await becomes(buyer, order.id, 'refunded');
  expect(await seen(buyer, order.id)).toMatchObject({ payments: [{ status: 'refunded', reason: 'late' }] });
  expect(await seen(other, others.id)).toMatchObject({ status: 'paid' });
  expect(await market.books.refunds()).toMatchObject([{ amount: order.total }]);
  expect(await booksOf(market)).toMatchObject({ charged: 10_500, paid: 5250, refunded: 5250, inFlight: 0 });
});

test('a sale that is undone gives all of the money back, and the ticket is for sale again', {
  timeout: 20_000,
}, async () => {
  await using market = await testMarket();
  const seller = await market.person();
  const buyer = await market.person();
  const ticket = await seller.lists();
  const order = await buyer.reserves(ticket.id);
  await buyer.pays(order.id);
  const { log, clock } = market.parts;
  const commandId = crypto.randomUUID();
  const context = { commandId, mayRepeat: false, correlationId: commandId, actor: 'operator:ada', at: clock.now() };
  await startRefund(log, { orderId: order.id, afterwards: 'relist' }, context);
  await becomes(buyer, order.id, 'refunded');
  expect(await seen(buyer, order.id)).toMatchObject({ payments: [{ status: 'refunded', reason: 'operator' }] });
  expect(await market.books.refunds()).toMatchObject([{ amount: order.total }]);
  expect(await booksOf(market)).toMatchObject({ charged: 5250, paid: 0, refunded: 5250, inFlight: 0, fees: 0 });
  const other = await market.person();
  expect((await other.pays((await other.reserves(ticket.id)).id)).statusCode).toBe(201);
});
