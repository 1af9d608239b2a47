import { expect, test } from 'vitest';
import { connectMongo, UnsuitableServerError } from '../../mongodb/connect.ts';
import { mongodPath, startMongod } from '../../testing/mongod.ts';
import { onMongod } from '../../testing/on-mongod.ts';
import { eventLogSuite } from '../event-log.suite.ts';
import { openMongoEventLog } from './mongodb.ts';

test.runIf(mongodPath ?? process.env.CI)('a MongoDB server is there', () => {
  expect(mongodPath).toBeDefined();
});

onMongod((here) => {
  eventLogSuite('MongoDB', async () => openMongoEventLog(here.mongo.client.db(`log-${crypto.randomUUID()}`)));

  test('a standalone server is refused, in words', { timeout: 30_000 }, async () => {
    await using standalone = await startMongod([]);
    const refused = connectMongo(standalone.url);
    await expect(refused).rejects.toThrow(UnsuitableServerError);
    await expect(refused).rejects.toThrow('not a replica set');
  });
});
