import { mongoVault } from '@boxoffice/common/roles';
import { mongodPath, natsStreamingPath } from '@boxoffice/common/testing';
import { afterAll, beforeAll, describe } from 'vitest';
import { forgettingSuite } from '../forgetting.suite.ts';
import { newcomer, sendTo } from '../support/person.ts';
import { type DistributedMarket, startDistributedMarket } from './support/distributed-market.ts';

describe.runIf(mongodPath && natsStreamingPath)('in a process for each role', { timeout: 60_000 }, () => {
  let market: DistributedMarket;
  beforeAll(async () => {
    market = await startDistributedMarket({ env: { LOG_LEVEL: 'trace' } });
  }, 240_000);
  afterAll(() => market?.[Symbol.asyncDispose]());

  /** Every document of every collection, and every line of every process. */
  async function everything(): Promise<string> {
    const { db } = market.stores.mongo;
    const collections = await db.collections();
    const documents = await Promise.all(collections.map((collection) => collection.find().toArray()));
    const lines = Object.values(market.roles).map((role) => role.output());
    return [JSON.stringify(documents), ...lines].join('\n');
  }

  forgettingSuite(async () => ({
    person: () => newcomer(sendTo(market.url)),
    hashOf: async (userId) => (await mongoVault(market.stores.mongo.db).get(userId))?.passwordHash,
    everything,
    [Symbol.asyncDispose]: async () => undefined,
  }));
});
