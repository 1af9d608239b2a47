import { type Event, EventSkipped, KeyRetried, ProjectionPaused, ProjectionResumed } from '@boxoffice/contracts';
import { beforeEach, describe, expect, test } from 'vitest';
import { handle } from '../commands.ts';
import { appendTo } from '../event-log/event-log.suite.ts';
import type { EventLog } from '../event-log/event-log.ts';
import { CorruptCommitError } from '../event-log/parse-commit.ts';
import { openSqliteEventLog } from '../event-log/sqlite.ts';
import type { ReadModels } from '../read-models/read-models.ts';
import { command, counter, totals } from '../testing/counter.ts';
import { projecting } from '../testing/projecting.ts';
import { catchUp } from './catch-up.ts';
import { controlStream } from './control.ts';
import { MAX_QUARANTINED } from './fold-batch.ts';
import { compareWithLive, rebuild } from './rebuild.ts';

/** The sum that this build cannot take in. */
const BAD = 13;

function totalsOf(isBad: (by: number) => boolean): typeof totals {
  return {
    ...totals,
    name: 'sums',
    apply(body, event, key) {
      if (event.type === 'Counted' && isBad(event.data.by)) throw new RangeError(`${event.data.by} cannot be counted`);
      return totals.apply(body, event, key);
    },
  };
}

const fragile = totalsOf((by) => by === BAD);
const mended = totalsOf(() => false);

/** What operators can do to projections, and what these do by themselves when an event is bad, on every store. */
export function operatingSuite(name: string, open: () => Promise<ReadModels>): void {
  describe(`a projection in ${name}`, () => {
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
    async function count(id: string, by: number): Promise<void> {
      commands += 1;
      await handle(log, command(`${commands}`), async (load) => {
        const loaded = await load(counter, id);
        loaded.emit(counter.decide({ id, by }, loaded.state));
      });
    }

    /** An operator says it. */
    async function say(event: Event): Promise<void> {
      const stream = controlStream(fragile.name);
      const revision = (await log.readStream(stream)).length;
      const commandId = crypto.randomUUID();
      const at = '2027-01-01T00:00:00.000Z';
      const events = [{ stream, ...event }];
      await log.append({
        expected: { [stream]: revision },
        events,
        commandId,
        correlationId: commandId,
        actor: 'us',
        at,
      });
    }

    const documents = async () => readModels.reader<{ total: number }>(fragile).find({}, { sort: { _id: 1 } });
    const quarantine = () => readModels.reader(fragile).quarantine();
    const trouble = { key: 'a', position: 2, reason: '13 cannot be counted', at: '2027-01-01T00:00:00.000Z' };

    async function troubled(): Promise<void> {
      await count('a', 1);
      await count('a', BAD);
      await count('b', 2);
      await count('a', 3);
      await catchUp([fragile], log, readModels);
    }

    test('puts a key that cannot take an event in into quarantine, and goes on with the others', async () => {
      await troubled();
      expect(await quarantine()).toEqual([trouble]);
      expect(await documents()).toEqual([
        { _id: 'a', position: 1, total: 1, stale: true },
        { _id: 'b', position: 3, total: 2 },
      ]);
      expect(await readModels.reader(fragile).position()).toBe(4);
    });

    test('keeps a key in quarantine that has no document yet', async () => {
      await count('a', BAD);
      await count('a', 3);
      await catchUp([fragile], log, readModels);
      expect(await quarantine()).toEqual([{ ...trouble, position: 1 }]);
      expect(await documents()).toEqual([]);
    });

    test('folds a key anew from the log when it is retried by a build that can', async () => {
      await troubled();
      await say(KeyRetried.of({ projection: 'sums', version: 1, key: 'a' }));
      await catchUp([mended], log, readModels);
      expect(await quarantine()).toEqual([]);
      expect(await documents()).toEqual([
        { _id: 'a', position: 4, total: 17 },
        { _id: 'b', position: 3, total: 2 },
      ]);
    });

    test('leaves a key in quarantine when it is retried by a build that cannot', async () => {
      await troubled();
      await say(KeyRetried.of({ projection: 'sums', version: 1, key: 'a' }));
      await catchUp([fragile], log, readModels);
      expect(await quarantine()).toEqual([trouble]);
      expect((await documents())[0]).toEqual({ _id: 'a', position: 1, total: 1, stale: true });
    });

    test('passes over the event that an operator has skipped, for that key, now and in a rebuild', async () => {
      await troubled();
      await say(EventSkipped.of({ projection: 'sums', version: 1, key: 'a', position: 2, reason: 'a bad import' }));
      await catchUp([fragile], log, readModels);
      expect(await quarantine()).toEqual([]);
      expect((await documents())[0]).toEqual({ _id: 'a', position: 4, total: 4 });
      await using build = await rebuild(fragile, { log, readModels });
      expect(await compareWithLive(fragile, readModels, build)).toEqual({ documents: 2, different: [] });
      expect(build.quarantined).toBe(0);
    });

    test('does not pass over it in another version, nor for another key', async () => {
      await count('a', BAD);
      await say(EventSkipped.of({ projection: 'sums', version: 2, key: 'a', position: 1, reason: 'not this one' }));
      await say(EventSkipped.of({ projection: 'sums', version: 1, key: 'b', position: 1, reason: 'nor this one' }));
      await catchUp([fragile], log, readModels);
      expect((await quarantine()).map(({ key }) => key)).toEqual(['a']);
    });

    test('stops when more keys are bad than a bad event explains', async () => {
      for (let n = 0; n <= MAX_QUARANTINED; n += 1) await count(`key-${n}`, BAD);
      await count('good', 1);
      await catchUp([fragile], log, readModels);
      expect(await quarantine()).toHaveLength(MAX_QUARANTINED);
      expect(await readModels.reader(fragile).position()).toBe(MAX_QUARANTINED);
      expect(await documents()).toEqual([]);
    });

    test('has everything before two kinds of trouble in one page', async () => {
      for (let n = 0; n <= MAX_QUARANTINED; n += 1) await count(`key-${n}`, BAD);
      await log.append(appendTo({ 'counter-b': 0 }));
      await catchUp([fragile, totals], log, readModels);
      expect(await readModels.reader(fragile).position()).toBe(MAX_QUARANTINED);
      expect(await readModels.reader(totals).position()).toBe(MAX_QUARANTINED + 1);
    });

    test('stops by itself when this build does not know what operators have said', async () => {
      await count('a', 1);
      await say({ type: 'ProjectionPainted', version: 1, data: {} });
      await catchUp([fragile, totals], log, readModels);
      expect(await readModels.reader(fragile).position()).toBe(0);
      expect(await readModels.reader(totals).position()).toBe(2);
    });

    test('shows what a skip says that came after the process had been started again', async () => {
      await count('a', 1);
      await count('a', 2);
      await catchUp([mended], log, readModels);
      await say(EventSkipped.of({ projection: 'sums', version: 1, key: 'a', position: 2, reason: 'it never was' }));
      await catchUp([mended], log, readModels);
      expect(await documents()).toEqual([{ _id: 'a', position: 1, total: 1 }]);
      await using build = await rebuild(mended, { log, readModels });
      expect((await compareWithLive(mended, readModels, build)).different).toEqual([]);
    });

    test('gets out of a full quarantine by skips alone', async () => {
      for (let n = 0; n <= MAX_QUARANTINED; n += 1) await count(`key-${n}`, BAD);
      await catchUp([fragile], log, readModels);
      for (let n = 0; n < MAX_QUARANTINED; n += 1)
        await say(EventSkipped.of({ projection: 'sums', version: 1, key: `key-${n}`, position: n + 1, reason: 'bad' }));
      await catchUp([fragile], log, readModels);
      expect((await quarantine()).map(({ key }) => key)).toEqual([`key-${MAX_QUARANTINED}`]);
      expect(await readModels.reader(fragile).position()).toBe(await log.head());
    });

    describe('with a projector', () => {
      const start = (projection = fragile) => projecting(projection, { log, readModels });

      test('takes nothing in while it is paused, also by one that starts meanwhile, and goes on when resumed', async () => {
        const model = readModels.reader(fragile);
        {
          await using _running = start();
          await count('a', 1);
          expect(await model.reached(1, 5000)).toBe(true);
          await say(ProjectionPaused.of({ projection: 'sums' }));
          await count('a', 2);
          expect(await model.reached(3, 100)).toBe(false);
        }
        await using _again = start();
        expect(await model.reached(3, 100)).toBe(false);
        await say(ProjectionResumed.of({ projection: 'sums' }));
        expect(await model.reached(4, 5000)).toBe(true);
        expect(await documents()).toEqual([{ _id: 'a', position: 3, total: 3 }]);
      });

      test('says that it has stopped, and why, where others can read it', async () => {
        for (let n = 0; n <= MAX_QUARANTINED; n += 1) await count(`key-${n}`, BAD);
        {
          await using running = start();
          await expect.poll(() => running.projector.stopped).toBe(true);
          expect(running.errors).toHaveLength(1);
          const [generation] = await readModels.generations();
          expect(generation).toMatchObject({ id: 'sums@1', state: 'live', held: true });
          expect(generation?.halt).toEqual({
            position: MAX_QUARANTINED + 1,
            reason: expect.stringMatching(
              /cannot take in position 11: 13 cannot be counted, and 10 keys are in quarantine/,
            ),
          });
        }
        await using running = start(mended);
        expect(await readModels.reader(mended).reached(MAX_QUARANTINED + 1, 5000)).toBe(true);
        expect(running.projector.stopped).toBe(false);
        expect((await readModels.generations())[0]?.halt).toBeUndefined();
      });

      test('stops before what is no commit, and goes on when the log has been mended', async () => {
        await count('a', 1);
        await count('a', 2);
        const whole = log.read;
        Object.assign(log, {
          async read(after: number, limit: number) {
            const sound = (await whole(after, limit)).filter(({ position }) => position < 2);
            if (sound.length === 0) throw new CorruptCommitError(2, 'it is missing', 'the log');
            return sound;
          },
        });
        await using running = start();
        await expect.poll(() => running.projector.stopped).toBe(true);
        expect(await documents()).toEqual([{ _id: 'a', position: 1, total: 1 }]);
        const [generation] = await readModels.generations();
        expect(generation?.halt).toEqual({ position: 2, reason: expect.stringContaining('it is missing') });
        Object.assign(log, { read: whole });
        expect(await readModels.reader(fragile).reached(2, 5000)).toBe(true);
        expect(running.projector.stopped).toBe(false);
      });

      test('refuses a log that ends before what it has seen', async () => {
        await count('a', 1);
        await count('a', 2);
        await catchUp([fragile], log, readModels);
        await log[Symbol.asyncDispose]();
        log = openSqliteEventLog(':memory:');
        await count('a', 5);
        await using running = start();
        await expect.poll(() => running.errors.length).toBeGreaterThan(0);
        expect(running.errors[0]).toMatchObject({
          cause: { message: 'projection sums@1 is at position 2, and the log ends at 1: rebuild it by force' },
        });
        expect(running.projector.stopped).toBe(true);
        expect(await documents()).toEqual([{ _id: 'a', position: 2, total: 3 }]);
      });
    });
  });
}
