import { expect, test } from 'vitest';
import { connectMongo } from '../../mongodb/connect.ts';
import { startFollower } from '../../testing/follower.ts';
import { onMongod } from '../../testing/on-mongod.ts';
import { wholeLog } from '../../testing/whole-log.ts';
import { startWriters } from '../../testing/writers.ts';
import { openMongoEventLog } from './mongodb.ts';

onMongod((here) => {
  test('four processes leave dense positions and one winner a revision, and who follows misses nothing', {
    timeout: 60_000,
  }, async () => {
    await using stack = new AsyncDisposableStack();
    const { url } = here.server;
    const database = `processes-${crypto.randomUUID()}`;
    const [clients, rounds] = [8, 25];
    const names = ['w0', 'w1', 'w2', 'w3'];
    const followers = await Promise.all(
      names.map(async () => {
        const { client } = stack.use(await connectMongo(url));
        return stack.use(startFollower(stack.use(await openMongoEventLog(client.db(database)))));
      }),
    );
    const writers = stack.use(
      startWriters(names.map((writer) => ({ url, database, writer, clients, rounds, contested: true }))),
    );
    await writers.ended();

    const log = stack.use(await openMongoEventLog(here.mongo.client.db(database)));
    const there = await wholeLog(log);
    const all = names.length * clients;
    // Of each round one command more than the clients' own: the others were refused.
    expect(there).toHaveLength(rounds * (all + 1));
    expect(writers.report.refused).toBe(rounds * (all - 1));
    expect(writers.report.acknowledged.map(({ position }) => position).toSorted((a, b) => a - b)).toEqual(
      there.map(({ position }) => position),
    );
    for (const { seen, errors } of followers) {
      await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(there.length);
      expect(seen).toEqual(there);
      expect(errors).toEqual([]);
    }
  });
});
