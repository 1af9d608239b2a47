import { expect, test } from 'vitest';
import { connectMongo, UnsuitableServerError } from '../../mongodb/connect.ts';
import { mongodPath, startMongod } from '../../testing/mongod.ts';
import { onMongod } from '../../testing/on-mongod.ts';
import { appendTo, eventLogSuite } from '../event-log.suite.ts';
import { ConcurrencyError } from '../event-log.ts';
import { openMongoEventLog } from './mongodb.ts';

test.runIf(mongodPath ?? process.env.CI)('a MongoDB server is there', () => {
  expect(mongodPath).toBeDefined();
});

onMongod((here) => {
  eventLogSuite('MongoDB', async () => openMongoEventLog(here.mongo.client.db(`log-${crypto.randomUUID()}`)));

  test('who comes too late is refused without an insert for each', async () => {
    const db = here.mongo.client.db(`log-${crypto.randomUUID()}`);
    const inserts = async () => (await db.admin().serverStatus()).metrics.commands.insert.total as number;
    await using log = await openMongoEventLog(db);
    await using other = await openMongoEventLog(db);
    for (const [revision, winner] of [log, other].entries()) {
      const before = await inserts();
      if (winner === other) await other.append(appendTo({ 'ticket-1': revision }));
      const late = Array.from({ length: 100 }, () => log.append(appendTo({ 'ticket-1': revision })));
      const refused = (await Promise.allSettled(late)).filter(({ status }) => status === 'rejected');
      expect(refused).toHaveLength(winner === other ? 100 : 99);
      for (const { reason } of refused as PromiseRejectedResult[]) expect(reason).toBeInstanceOf(ConcurrencyError);
      expect((await inserts()) - before).toBeLessThanOrEqual(3);
    }
    expect(await log.head()).toBe(2);
  });

  test('a standalone server is refused, in words', { timeout: 30_000 }, async () => {
    await using standalone = await startMongod([]);
    const refused = connectMongo(standalone.url);
    await expect(refused).rejects.toThrow(UnsuitableServerError);
    await expect(refused).rejects.toThrow('not a replica set');
  });
});
