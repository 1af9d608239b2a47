import { type EventLog, recordedEvents } from '@boxoffice/common';
import { mongodPath, natsStreamingPath } from '@boxoffice/common/testing';
import { OrderView, paymentEvents } from '@boxoffice/contracts';
import { mongoBooks } from '@boxoffice/payments';
import { describe, expect, test } from 'vitest';
import { foldBooks } from '../../cli/ledger/fold-books.ts';
import { newcomer, type Person, sendTo } from '../support/person.ts';
import { type DistributedMarket, startDistributedMarket } from './support/distributed-market.ts';

type Db = DistributedMarket['stores']['mongo']['db'];

const KILLS = 20;
/** Every fifth card is declined: that is an answer as well. */
const methodOf = (n: number) => (n % 5 === 4 ? 'sandbox_declined' : 'sandbox_visa');

describe.runIf(mongodPath && natsStreamingPath)('payments killed between the provider’s answer and the append', () => {
  test(`${KILLS} times: no charge without an outcome, and none twice`, { timeout: 600_000 }, async () => {
    await using market = await startDistributedMarket();
    const { log, mongo } = market.stores;
    const { 'payments-command': commands, 'payments-projector': projector } = market.roles;
    const [seller, buyer] = [await newcomer(sendTo(market.url)), await newcomer(sendTo(market.url))];
    const orders: string[] = [];

    // Nobody else writes to the log while an append is held back.
    await projector.kill('SIGKILL');
    for (let n = 0; n < KILLS; n += 1) {
      const { id } = await buyer.reserves((await seller.lists()).id);
      orders.push(id);
      const answered = await holdBackSecondAppend(mongo.db);
      const reply = buyer.pays(id, methodOf(n), { 'idempotency-key': `pay-${id}` });
      await answered();
      expect(await commands.kill('SIGKILL')).toBe('SIGKILL');
      expect((await reply).statusCode).toBe(502);
      expect(await chargesOf(mongo.db, id)).toHaveLength(1);
      expect(await stepsOf(log, id)).toEqual(['PaymentRequested']);
      await letGo(mongo.db);
      commands.start();
      await commands.ready();
    }
    // Some ask again; for the others it is done without being asked.
    for (const [n, id] of orders.entries())
      if (n % 2 === 0) await buyer.pays(id, methodOf(n), { 'idempotency-key': `pay-${id}` });
    projector.start();
    await projector.ready();

    for (const [n, id] of orders.entries()) {
      const isDeclined = methodOf(n) === 'sandbox_declined';
      const status = isDeclined ? 'declined' : 'paid';
      await expect.poll(() => paymentsOf(buyer, id), { timeout: 60_000, interval: 200 }).toMatchObject([{ status }]);
      expect(await chargesOf(mongo.db, id)).toHaveLength(1);
      expect(await stepsOf(log, id)).toEqual(['PaymentRequested', isDeclined ? 'PaymentDeclined' : 'PaymentSucceeded']);
    }
    expect(await mongoBooks(mongo.db).charges()).toHaveLength(KILLS);
    const { books, imbalances } = await foldBooks(log, new AbortController().signal);
    const taken = 5250 * orders.filter((_, n) => methodOf(n) === 'sandbox_visa').length;
    expect(books.get('EUR')).toMatchObject({ charged: taken, paid: taken, inFlight: 0 });
    expect(imbalances).toEqual([]);
  });
});

/**
 * For a process that has just been started, which finds the head of the log at once. The next append is written (that a payment is wanted), and none after it reaches the log. What is answered resolves
 * when one has been turned away: the provider has answered by then.
 */
async function holdBackSecondAppend(db: Db): Promise<() => Promise<void>> {
  const admin = db.admin();
  const data = { failCommands: ['insert'], namespace: `${db.databaseName}.commits`, closeConnection: true };
  const { count } = await admin.command({ configureFailPoint: 'failCommand', mode: { skip: 1 }, data });
  return async () => {
    await admin.command({ waitForFailPoint: 'failCommand', timesEntered: count + 1, maxTimeMS: 20_000 });
  };
}

async function letGo(db: Db): Promise<void> {
  await db.admin().command({ configureFailPoint: 'failCommand', mode: 'off' });
}

async function chargesOf(db: Db, orderId: string) {
  return (await mongoBooks(db).charges()).filter((charge) => charge.orderId === orderId);
}

/** What has happened to all payments of an order, by the log. */
async function stepsOf(log: EventLog, orderId: string): Promise<string[]> {
  const commits = await log.readStream(`order-${orderId}`);
  return commits.flatMap((commit) => recordedEvents(commit, [paymentEvents]).map(({ type }) => type));
}

async function paymentsOf(buyer: Person, orderId: string): Promise<OrderView['payments']> {
  return OrderView.parse((await buyer.get(`/api/orders/${orderId}`)).json()).payments;
}
