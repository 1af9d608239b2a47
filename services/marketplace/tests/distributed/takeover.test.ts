import { mongodPath, natsServerPath } from '@boxoffice/common/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newcomer, type Person, sendTo } from '../support/person.ts';
import { type DistributedMarket, startDistributedMarket } from './support/distributed-market.ts';
import { type Role, startRole } from './support/role.ts';
import { startServers } from './support/servers.ts';

test.runIf((mongodPath && natsServerPath) ?? process.env.CI)('MongoDB and NATS are there', () => {
  expect([mongodPath, natsServerPath]).not.toContain(undefined);
});

/** Milliseconds within which a standby must have taken over. */
const WITHIN = 10_000;

describe.runIf(mongodPath && natsServerPath)('two processes of one role, on JetStream', { timeout: 60_000 }, () => {
  const stack = new AsyncDisposableStack();
  let market: DistributedMarket;
  let standby: Role;
  let seller: Person;
  let buyer: Person;
  beforeAll(async () => {
    market = stack.use(
      await startDistributedMarket({
        servers: await startServers(stack, 'jetstream'),
        env: { HOLD_SECONDS: '1' },
        only: [
          ...(['auth-command', 'tickets-command', 'orders-command', 'orders-query'] as const),
          ...(['orders-projector', 'relay', 'gateway'] as const),
        ],
      }),
    );
    const entry = 'services/orders/projector.ts';
    standby = stack.use(await startRole({ name: 'standby', entry, env: market.env }));
    await standby.ready();
    seller = await newcomer(sendTo(market.url));
    buyer = await newcomer(sendTo(market.url));
  }, 240_000);
  afterAll(() => stack.disposeAsync());

  const statusOf = async (id: string) => (await buyer.get(`/api/orders/${id}`)).json().status;

  /** Who keeps something up, by the epoch of its lease: it grows when it changes hands. */
  async function epochs(): Promise<number[]> {
    const { db } = market.stores.mongo;
    const generation = await db.collection('generations').findOne({ name: 'my-orders', state: 'live' });
    const cursor = await db.collection('cursors').findOne({ name: undefined, _id: 'expire-orders' as never });
    return [generation?.epoch, cursor?.epoch];
  }

  test('one of them works, and the other waits for its turn', async () => {
    expect(await epochs()).toEqual([1, 1]);
    const order = await buyer.reserves((await seller.lists()).id);
    await expect.poll(() => statusOf(order.id), { timeout: 5000 }).toBe('expired');
    expect(await epochs()).toEqual([1, 1]);
  });

  test(`kill -9: the other has taken over within ${WITHIN / 1000} s, and holds end again`, async () => {
    const order = await buyer.reserves((await seller.lists()).id);
    await market.roles['orders-projector'].kill('SIGKILL');
    await expect.poll(() => statusOf(order.id), { timeout: WITHIN }).toBe('expired');
    expect(await epochs()).toEqual([2, 2]);
    expect(await standby.readiness()).toBe(200);
  });

  test('one that is told to stop hands over at once', async () => {
    market.roles['orders-projector'].start();
    await market.roles['orders-projector'].ready();
    expect(await standby.kill('SIGTERM')).toBe(0);
    await expect.poll(epochs, { timeout: 3000 }).toEqual([3, 3]);
  });
});
