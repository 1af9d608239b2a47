import type { Commit } from '@boxoffice/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendTo } from '../event-log/event-log.suite.ts';
import type { EventLog } from '../event-log/event-log.ts';
import { openSqliteEventLog } from '../event-log/sqlite.ts';
import type { EventBus } from './event-bus.ts';
import { follow } from './follow.ts';
import { inProcessEventBus } from './in-process.ts';
import { startRelay, volatileCursor } from './relay.ts';

async function logOf(count: number): Promise<EventLog> {
  const log = openSqliteEventLog(':memory:');
  for (let n = 1; n <= count; n += 1) await log.append(appendTo({ [`ticket-${n}`]: 0 }));
  return log;
}

/** Follows until a position has come by, and gives back all positions seen. */
async function followTo(last: number, options: { log: EventLog; bus: EventBus; after?: number; pollMs?: number }) {
  const stop = new AbortController();
  const seen: number[] = [];
  for await (const commits of follow({ name: 'test', after: 0, signal: stop.signal, ...options })) {
    seen.push(...commits.map(({ position }) => position));
    if (seen.at(-1) === last) stop.abort();
  }
  return seen;
}

const upTo = (last: number, from = 1) => Array.from({ length: last - from + 1 }, (_, n) => from + n);

test('gives what the log holds already', async () => {
  await using log = await logOf(5);
  await using bus = inProcessEventBus();
  expect(await followTo(5, { log, bus })).toEqual([1, 2, 3, 4, 5]);
  expect(await followTo(5, { log, bus, after: 3 })).toEqual([4, 5]);
});

test('gives what is appended later, when the relay rings', async () => {
  await using log = await logOf(2);
  await using bus = inProcessEventBus();
  await using _relay = startRelay({ log, bus, take: async () => volatileCursor(2), onError: () => undefined });
  const seen = followTo(4, { log, bus, pollMs: 60_000 });
  await log.append(appendTo({ 'order-1': 0 }));
  await log.append(appendTo({ 'order-2': 0 }));
  expect(await seen).toEqual([1, 2, 3, 4]);
});

test('finds by polling what the bus has lost', async () => {
  await using log = await logOf(2);
  await using bus = inProcessEventBus();
  const seen = followTo(3, { log, bus, pollMs: 5 });
  await log.append(appendTo({ 'order-1': 0 }));
  expect(await seen).toEqual([1, 2, 3]);
});

test('gives each commit once and in order, however the bus repeats, loses and reorders', async () => {
  const deliveries = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(deliveries, fc.integer({ min: 0, max: 11 }), async (order, after) => {
      await using log = await logOf(12);
      const commits = await log.read(0, 100);
      // Everything arrives before the first read: nothing is closer to the worst case of a broker.
      const bus = ringing((handler) => {
        for (const position of order) handler(commits[position - 1] as Commit);
      });
      expect(await followTo(12, { log, bus, after, pollMs: 5 })).toEqual(upTo(12, after + 1));
    }),
    { numRuns: 50 },
  );
});

function ringing(onSubscribe: (handler: (commit: Commit) => void) => void): EventBus {
  return {
    publish: async () => undefined,
    async subscribe(_name, handler) {
      onSubscribe(handler);
      return { [Symbol.asyncDispose]: async () => undefined };
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}
