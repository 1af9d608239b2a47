import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { handle, type Load } from '../commands.ts';
import { inProcessEventBus } from '../event-bus/in-process.ts';
import { startRelay, volatileCursor } from '../event-bus/relay.ts';
import { appendTo } from '../event-log/event-log.suite.ts';
import type { EventLog } from '../event-log/event-log.ts';
import { openSqliteEventLog } from '../event-log/sqlite.ts';
import { memoryReadModels } from '../read-models/memory.ts';
import type { ReadModels } from '../read-models/read-models.ts';
import { command, counter, totals } from '../testing/counter.ts';
import { catchUp } from './catch-up.ts';
import { foldBatch } from './fold-batch.ts';
import { PoisonError } from './projection.ts';
import { type Projector, startProjector } from './projector.ts';

let log: EventLog;
beforeEach(() => {
  log = openSqliteEventLog(':memory:');
  return () => log[Symbol.asyncDispose]();
});

let names = 0;
async function count(id: string, by: number | 'close'): Promise<void> {
  names += 1;
  await handle(log, command(`${names}`), async (load: Load) => {
    const loaded = await load(counter, id);
    loaded.emit(counter.decide(by === 'close' ? { id, close: true } : { id, by }, loaded.state));
  });
}

const dump = async (readModels: ReadModels) =>
  JSON.stringify(await readModels.reader(totals).find({}, { sort: { _id: 1 } }));

describe('a projection', () => {
  test('folds the log into documents that say how far they go', async () => {
    const readModels = memoryReadModels();
    await count('a', 1);
    await count('b', 2);
    await count('a', 3);
    expect(await catchUp([totals], log, readModels)).toBe(3);
    expect(await dump(readModels)).toBe('[{"_id":"a","position":3,"total":4},{"_id":"b","position":2,"total":2}]');
  });

  test('drops a document, and may make it anew', async () => {
    const readModels = memoryReadModels();
    await count('a', 1);
    await catchUp([totals], log, readModels);
    await count('a', 'close');
    await catchUp([totals], log, readModels);
    expect(await dump(readModels)).toBe('[]');
  });

  test('passes over the streams of others', async () => {
    const readModels = memoryReadModels();
    await log.append(appendTo({ 'ticket-1': 0 }));
    expect(await catchUp([totals], log, readModels)).toBe(1);
    expect(await dump(readModels)).toBe('[]');
  });

  test('gives the same bytes however the log is cut, and however often a commit comes', async () => {
    const act = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: -5, max: 5 }));
    const cuts = fc.infiniteStream(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 })));
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 30 }), cuts, async (acts, pieces) => {
        log = openSqliteEventLog(':memory:');
        for (const [id, by] of acts) await count(id, by);
        const straight = memoryReadModels();
        await catchUp([totals], log, straight);

        const broken = memoryReadModels();
        const writer = await broken.writer<{ total: number }>(totals);
        const commits = await log.read(0, 1000);
        for (let done = 0; done < commits.length; ) {
          const [length, times] = pieces.next().value;
          const piece = commits.slice(done, done + length);
          const repeated = piece.flatMap((commit) => Array.from({ length: times }, () => commit));
          const batch = [...commits.slice(0, done), ...repeated];
          await writer.save(await foldBatch(totals, batch, await writer.checkpoint(), writer));
          done += length;
        }
        expect(await dump(broken)).toBe(await dump(straight));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a projection that meets an event which it does not know', () => {
  const other = { ...totals, name: 'others', events: [] };

  test('has everything before it, and the other projections have everything', async () => {
    const readModels = memoryReadModels();
    for (let n = 1; n <= 5; n += 1) await count('a', n);
    await log.append(appendTo({ 'counter-b': 0 }));
    await count('a', 6);
    expect(await catchUp([totals, other], log, readModels)).toBe(7);
    expect(await dump(readModels)).toBe('[{"_id":"a","position":5,"total":15}]');
    expect(await readModels.reader(totals).position()).toBe(5);
    expect(await readModels.reader(other).position()).toBe(7);
  });
});

describe('a projector', () => {
  function start(readModels: ReadModels, onError: (error: unknown) => void = () => undefined) {
    const stack = new AsyncDisposableStack();
    const bus = stack.use(inProcessEventBus());
    projector = stack.use(startProjector({ projection: totals, log, bus, readModels, onError, pollMs: 20 }));
    stack.use(startRelay({ log, bus, take: async () => volatileCursor(0), onError, pollMs: 20 }));
    return stack;
  }

  test('keeps up with the log', async () => {
    const readModels = memoryReadModels();
    await using _running = start(readModels);
    await count('a', 1);
    await count('a', 2);
    expect(await readModels.reader(totals).reached(2, 5000)).toBe(true);
    expect(await dump(readModels)).toBe('[{"_id":"a","position":2,"total":3}]');
  });

  test('goes on from its checkpoint', async () => {
    const readModels = memoryReadModels();
    await count('a', 1);
    await catchUp([totals], log, readModels);
    await count('a', 2);
    await using _running = start(readModels);
    expect(await readModels.reader(totals).reached(2, 5000)).toBe(true);
    expect(await dump(readModels)).toBe('[{"_id":"a","position":2,"total":3}]');
  });

  test('stops at an event that it does not know, names it, and keeps what it had', async () => {
    const readModels = memoryReadModels();
    await count('a', 1);
    const errors: unknown[] = [];
    const told = new Promise<void>((resolve) => {
      const stack = start(readModels, (error) => {
        errors.push(error);
        resolve();
      });
      running = stack;
    });
    await log.append(appendTo({ 'counter-a': 1 }));
    await told;
    expect(projector?.stopped).toBe(true);
    await running?.disposeAsync();
    expect(errors).toHaveLength(1);
    expect(errors[0]).toBeInstanceOf(PoisonError);
    expect(String(errors[0])).toContain('position 2: Happened version 1 is not an event of the counter streams');
    expect(await readModels.reader(totals).position()).toBe(1);
    expect(await dump(readModels)).toBe('[{"_id":"a","position":1,"total":1}]');
  });
  let running: AsyncDisposableStack | undefined;
  let projector: Projector | undefined;
});
