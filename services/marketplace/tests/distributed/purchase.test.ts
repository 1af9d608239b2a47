import { mongodPath, natsStreamingPath } from '@boxoffice/common/testing';
import { mongoBooks } from '@boxoffice/payments';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { purchaseSuite } from '../purchase.suite.ts';
import { newcomer, sendTo } from '../support/person.ts';
import { type DistributedMarket, startDistributedMarket } from './support/distributed-market.ts';

test.runIf((mongodPath && natsStreamingPath) ?? process.env.CI)('MongoDB and NATS Streaming are there', () => {
  expect([mongodPath, natsStreamingPath]).not.toContain(undefined);
});

describe.runIf(mongodPath && natsStreamingPath)('in a process for each role', { timeout: 30_000 }, () => {
  let market: DistributedMarket;
  beforeAll(async () => {
    market = await startDistributedMarket();
  }, 240_000);
  afterAll(() => market?.[Symbol.asyncDispose]());

  purchaseSuite(async () => ({
    person: () => newcomer(sendTo(market.url)),
    async charges(orderId) {
      const charges = await mongoBooks(market.stores.mongo.db).charges();
      return charges.filter((charge) => charge.orderId === orderId);
    },
    [Symbol.asyncDispose]: async () => undefined,
  }));

  test('each process ends cleanly when it is told to', async () => {
    const roles = Object.values(market.roles);
    const ended = await Promise.all(roles.map(async (role) => [role.name, await role.kill('SIGTERM')]));
    expect(ended).toEqual(roles.map(({ name }) => [name, 0]));
    // Nothing worse was said in all that time than that something was refused.
    const complaints = roles.flatMap((role) => role.output().match(/^.*"level":(50|60).*$/gm) ?? []);
    expect(complaints).toEqual([]);
  });
});
