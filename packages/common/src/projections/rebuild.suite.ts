import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { handle } from '../commands.ts';
import { inProcessEventBus } from '../event-bus/in-process.ts';
import type { EventLog } from '../event-log/event-log.ts';
import { openSqliteEventLog } from '../event-log/sqlite.ts';
import { memoryReadModels } from '../read-models/memory.ts';
import { type ReadModels, SupersededError } from '../read-models/read-models.ts';
import { command, counter, totals } from '../testing/counter.ts';
import { projecting } from '../testing/projecting.ts';
import { openBuild, type Progress } from './build.ts';
import { catchUp } from './catch-up.ts';
import { compare, compareMoving } from './compare.ts';
import { dropRetired, previousOf } from './generations.ts';
import { startProjector } from './projector.ts';
import { compareWithLive, rebuild } from './rebuild.ts';
import { DifferentError, switchOver } from './switch-over.ts';

type Body = { total: number };

/** A rebuild beside the live read model, and the change to it and back, on every store. */
export function rebuildSuite(name: string, open: () => Promise<ReadModels>): void {
  describe(`a rebuild in ${name}`, () => {
    let log: EventLog;
    let readModels: ReadModels;
    beforeEach(async () => {
      log = openSqliteEventLog(':memory:');
      readModels = await open();
      return async () => {
        await readModels[Symbol.asyncDispose]();
        await log[Symbol.asyncDispose]();
      };
    });

    let commands = 0;
    async function count(id: string, by: number): Promise<number> {
      commands += 1;
      const outcome = await handle(log, command(`${commands}`), async (load) => {
        const loaded = await load(counter, id);
        loaded.emit(counter.decide({ id, by }, loaded.state));
      });
      return outcome.position;
    }

    const all = (models = readModels, generation?: string) =>
      models.reader<Body>(totals, generation).find({}, { sort: { _id: 1 } });

    async function fold(): Promise<unknown> {
      const models = memoryReadModels();
      await catchUp([totals], log, models);
      return all(models);
    }

    async function filled(): Promise<void> {
      for (let n = 0; n < 5; n += 1) await count(`key-${n % 3}`, n);
      await catchUp([totals], log, readModels);
    }

    test('makes a candidate that queries do not see, equal to the live one', async () => {
      await filled();
      const progress: Progress[] = [];
      const onProgress = (made: Progress) => void progress.push(made);
      await using build = await rebuild(totals, { log, readModels, onProgress });
      expect(build).toMatchObject({ generation: 'totals@1.2', position: 5 });
      expect(progress).toEqual([{ position: 5, head: 5 }]);
      expect(await all(readModels, build.generation)).toEqual(await all());
      expect(await readModels.generations()).toMatchObject([
        { id: 'totals@1', state: 'live', position: 5, held: false },
        { id: 'totals@1.2', state: 'candidate', position: 5, held: true },
      ]);
      await count('key-0', 7);
      await build.catchUp();
      const reader = (generation?: string) => readModels.reader<unknown>(totals, generation);
      expect(await compare(reader(), reader(build.generation))).toEqual({ documents: 3, different: ['key-0'] });
      await catchUp([totals], log, readModels);
      expect(await compareWithLive(totals, readModels, build)).toEqual({ documents: 3, different: [] });
    });

    test('is switched to, and back', async () => {
      await filled();
      const parts = { log, readModels };
      {
        await using build = await rebuild(totals, parts);
        expect(await switchOver(totals, parts, build)).toEqual({ from: 'totals@1', to: 'totals@1.2', position: 5 });
      }
      await count('key-9', 1);
      await catchUp([totals], log, readModels);
      expect(await all()).toEqual(await fold());
      expect((await readModels.generations()).map(({ id, state, position }) => [id, state, position])).toEqual([
        ['totals@1', 'retired', 5],
        ['totals@1.2', 'live', 6],
      ]);

      const previous = (await previousOf(totals, readModels))?.id ?? '';
      {
        await using build = await openBuild(totals, previous, parts);
        expect(await switchOver(totals, parts, build)).toEqual({ from: 'totals@1.2', to: 'totals@1', position: 6 });
      }
      expect(await all()).toEqual(await fold());
    });

    test('keeps the one before, and no older one', async () => {
      await filled();
      for (let n = 0; n < 3; n += 1) {
        await using build = await rebuild(totals, { log, readModels });
        const { from } = await switchOver(totals, { log, readModels }, build);
        await dropRetired(totals, readModels, from);
      }
      expect((await readModels.generations()).map(({ id, state }) => [id, state])).toEqual([
        ['totals@1.3', 'retired'],
        ['totals@1.4', 'live'],
      ]);
    });

    test('removes a candidate that was left behind', async () => {
      await filled();
      const generation = await readModels.begin(totals);
      const left = await readModels.writer(totals, { generation, seize: true });
      await left[Symbol.asyncDispose]();
      await using build = await rebuild(totals, { log, readModels });
      expect((await readModels.generations()).map(({ id }) => id)).toEqual(['totals@1', build.generation]);
    });

    test('is not switched to when it differs, and the live one goes on', async () => {
      await filled();
      const parts = { log, readModels };
      const doubled = { ...totals, apply: (body: Body | undefined, ...rest: [never, string]) => double(body, ...rest) };
      const double = (body: Body | undefined, event: never, key: string) => {
        const next = totals.apply(body, event, key);
        return key === 'key-2' && next ? { total: next.total + 1 } : next;
      };
      await using build = await rebuild(doubled as typeof totals, parts);
      const { different } = await compareWithLive(totals, readModels, build);
      expect(different).toEqual(['key-2']);
      await count('key-2', 1);
      await expect(switchOver(totals, parts, build, different)).rejects.toThrow(DifferentError);
      await catchUp([totals], log, readModels);
      expect(await all()).toEqual(await fold());
      expect((await readModels.generations())[0]).toMatchObject({ id: 'totals@1', state: 'live' });
    });

    test('makes the first build of a version that nobody has projected yet', async () => {
      await count('a', 1);
      {
        await using build = await rebuild(totals, { log, readModels });
        await switchOver(totals, { log, readModels }, build);
      }
      expect(await all()).toEqual(await fold());
    });

    test('compares all of it, however much has changed meanwhile', async () => {
      const writer = await readModels.writer<Body>(totals);
      const [many, wrong] = [1100, 'zzz'];
      const puts = Array.from({ length: many }, (_, n) => ({ _id: `key-${n}`, position: 1, total: 1 }));
      await writer.save({ from: 0, to: 1, puts: [...puts, { _id: wrong, position: 1, total: 1 }], deletes: [] });
      await writer[Symbol.asyncDispose]();
      const moved = await readModels.writer<Body>(totals, { generation: await readModels.begin(totals), seize: true });
      const [ahead, other] = [
        puts.map((put) => ({ ...put, position: 2, total: 2 })),
        { _id: wrong, position: 1, total: 9 },
      ];
      await moved.save({ from: 0, to: 2, puts: [...ahead, other], deletes: [] });
      const catchesUp = async () => {
        await using live = await readModels.writer<Body>(totals);
        const from = await live.checkpoint();
        if (from === 1) await live.save({ from, to: 2, puts: ahead, deletes: [] });
      };
      const [one, two] = [readModels.reader<unknown>(totals), readModels.reader<unknown>(totals, moved.generation)];
      expect(await compareMoving(one, two, catchesUp)).toEqual({ documents: many + 1, different: [wrong] });
    });

    test('is not switched to by a process that stood still while the live one went on', async () => {
      await filled();
      await using build = await rebuild(totals, { log, readModels });
      const stoodStill = await readModels.writer<Body>(totals, { seize: true });
      await using _projector = await readModels.writer<Body>(totals, { seize: true });
      await expect(stoodStill.giveWayTo(build.generation)).rejects.toThrow(SupersededError);
      await expect(stoodStill.halt({ position: 1, reason: 'none' })).rejects.toThrow(SupersededError);
      expect((await readModels.generations()).map(({ id, state, halt }) => [id, state, halt])).toEqual([
        ['totals@1', 'live', undefined],
        [build.generation, 'candidate', undefined],
      ]);
    });

    test('gives no name twice, though its candidate has been removed', async () => {
      await filled();
      const first = await readModels.begin(totals);
      await readModels.drop(totals, first);
      expect(await readModels.begin(totals)).not.toBe(first);
      await expect(readModels.writer(totals, { generation: first })).rejects.toThrow(TypeError);
      await expect(readModels.drop(totals, 'totals@1')).rejects.toThrow(TypeError);
    });

    test('is followed by a projector that had stopped', async () => {
      await filled();
      const unable = {
        ...totals,
        keys: () => {
          throw new Error('unable');
        },
      };
      const bus = inProcessEventBus();
      await using _projector = startProjector({
        projection: unable,
        log,
        bus,
        readModels,
        onError: () => {},
        pollMs: 20,
      });
      await count('key-1', 1);
      await expect.poll(async () => (await readModels.generations())[0]?.halt).toBeDefined();
      await using build = await rebuild(totals, { log, readModels });
      await switchOver(totals, { log, readModels }, build);
      await expect
        .poll(async () => (await readModels.generations()).find(({ state }) => state === 'live'))
        .toMatchObject({ id: build.generation, held: true });
    });

    test('can be stopped in the middle', async () => {
      await filled();
      const stop = new AbortController();
      stop.abort(new Error('enough'));
      await expect(rebuild(totals, { log, readModels, signal: stop.signal })).rejects.toThrow('enough');
      expect((await readModels.generations()).map(({ id }) => id)).toEqual(['totals@1']);
    });

    test('is switched to and back while others write and read: no query fails or goes back in time', async () => {
      await filled();
      await using running = projecting(totals, { log, readModels });
      const stop = new AbortController();
      const model = readModels.reader<Body>(totals);
      let [queries, latest] = [0, 0];

      async function write(): Promise<void> {
        for (let n = 0; !stop.signal.aborted; n += 1) latest = await count(`key-${n % 7}`, n);
      }
      async function read(): Promise<void> {
        for (let seen = 0; !stop.signal.aborted; queries += 1) {
          const wanted = latest;
          expect(await model.reached(wanted, 5000)).toBe(true);
          const position = await model.position();
          expect(position).toBeGreaterThanOrEqual(seen);
          seen = position;
          const found = await model.find({}, { sort: { position: -1 }, limit: 1 });
          expect(found[0]?.position).toBeGreaterThanOrEqual(wanted);
          // Each request of a reader comes in a turn of its own; in memory nothing else would ever have one.
          await turn();
        }
      }
      const busy = Promise.all([write(), read(), read()]);
      const parts = { log, readModels };
      for (let round = 0; round < 3; round += 1) {
        {
          await using build = await rebuild(totals, parts);
          const { different } = await compareWithLive(totals, readModels, build);
          await switchOver(totals, parts, build, different);
        }
        const previous = (await previousOf(totals, readModels))?.id ?? '';
        await using build = await openBuild(totals, previous, parts);
        await switchOver(totals, parts, build);
      }
      stop.abort();
      await busy;
      expect(queries).toBeGreaterThan(10);
      expect(await model.reached(await log.head(), 5000)).toBe(true);
      expect(await all()).toEqual(await fold());
      expect(running.errors).toEqual([]);
    }, 60_000);
  });
}
