import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectMongo, type MongoConnection, UnsuitableServerError } from '../../mongodb/connect.ts';
import { type Mongod, mongodPath, startMongod } from '../../testing/mongod.ts';
import { eventLogSuite } from '../event-log.suite.ts';
import { openMongoEventLog } from './mongodb.ts';

test.runIf(mongodPath ?? process.env.CI)('a MongoDB server is there', () => {
  expect(mongodPath).toBeDefined();
});

describe.runIf(mongodPath)('on a real server', () => {
  let server: Mongod;
  let mongo: MongoConnection;
  beforeAll(async () => {
    server = await startMongod();
    mongo = await connectMongo(server.url);
  }, 60_000);
  afterAll(async () => {
    await mongo?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
  });

  eventLogSuite('MongoDB', async () => openMongoEventLog(mongo.client.db(`log-${crypto.randomUUID()}`)));

  test('a standalone server is refused, in words', { timeout: 30_000 }, async () => {
    await using standalone = await startMongod([]);
    const refused = connectMongo(standalone.url);
    await expect(refused).rejects.toThrow(UnsuitableServerError);
    await expect(refused).rejects.toThrow('not a replica set');
  });
});
