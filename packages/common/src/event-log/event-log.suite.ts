import type { Event } from '@boxoffice/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Append, ConcurrencyError, type EventLog } from './event-log.ts';

/** Opens a log that is empty and that nobody else sees. */
export type OpenLog = () => Promise<EventLog>;

let count = 0;
/** An append of one event to each stream, at the revisions given. */
export function appendTo(expected: Record<string, number>, more: Partial<Append> = {}): Append {
  count += 1;
  return {
    expected,
    events: Object.keys(expected).map((stream) => ({ stream, ...happened(count) })),
    commandId: `command-${count}`,
    correlationId: 'correlation',
    actor: 'actor',
    at: '2027-01-01T00:00:00.000Z',
    ...more,
  };
}

function happened(n: number): Event {
  return { type: 'Happened', version: 1, data: { n, text: 'Zoë “quoted” \u2028 🎭' } };
}

/** What every event log does, whatever it is made of. */
export function eventLogSuite(name: string, open: OpenLog): void {
  describe(`event log on ${name}`, () => {
    test('is empty at first', async () => {
      await using log = await open();
      expect(await log.head()).toBe(0);
      expect(await log.read(0, 10)).toEqual([]);
      expect(await log.readStream('ticket-1')).toEqual([]);
      expect(await log.find('command')).toBeUndefined();
    });

    test('gives back what was appended, in every way of reading', async () => {
      await using log = await open();
      const append = appendTo({ 'ticket-1': 0, 'order-1': 0 }, { causationId: 'cause', fingerprint: 'print' });
      const { commit, repeated } = await log.append(append);
      const { expected: _, ...rest } = append;
      const streams = [
        { id: 'ticket-1', revision: 1 },
        { id: 'order-1', revision: 1 },
      ];
      expect(repeated).toBe(false);
      expect(commit).toEqual({ position: 1, streams, ...rest });
      expect(await log.read(0, 10)).toEqual([commit]);
      expect(await log.readStream('order-1')).toEqual([commit]);
      expect(await log.find(append.commandId)).toEqual(commit);
      expect(await log.head()).toBe(1);
    });

    test('numbers commits densely, whoever appends at the same time', async () => {
      await using log = await open();
      const all = await Promise.all(
        Array.from({ length: 200 }, (_, n) => log.append(appendTo({ [`ticket-${n}`]: 0 }))),
      );
      const positions = all.map(({ commit }) => commit.position).sort((a, b) => a - b);
      expect(positions).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
      expect((await log.read(0, 1000)).map(({ position }) => position)).toEqual(positions);
    });

    test('reads on from a position, at most as many as asked', async () => {
      await using log = await open();
      for (let n = 0; n < 5; n += 1) await log.append(appendTo({ [`ticket-${n}`]: 0 }));
      expect((await log.read(1, 2)).map(({ position }) => position)).toEqual([2, 3]);
      expect(await log.read(5, 2)).toEqual([]);
    });

    test('reads a stream up to a position', async () => {
      await using log = await open();
      await log.append(appendTo({ 'ticket-1': 0 }));
      await log.append(appendTo({ 'ticket-2': 0 }));
      await log.append(appendTo({ 'ticket-1': 1 }));
      expect((await log.readStream('ticket-1')).map(({ position }) => position)).toEqual([1, 3]);
      expect((await log.readStream('ticket-1', 2)).map(({ position }) => position)).toEqual([1]);
    });

    test('refuses an append on an older revision and says where the stream is', async () => {
      await using log = await open();
      await log.append(appendTo({ 'ticket-1': 0 }));
      const late = log.append(appendTo({ 'ticket-1': 0 }));
      await expect(late).rejects.toThrow(ConcurrencyError);
      await expect(late).rejects.toMatchObject({ stream: 'ticket-1', expected: 0, actual: 1 });
      expect(await log.head()).toBe(1);
    });

    test('refuses an append on a revision that is not there yet', async () => {
      await using log = await open();
      await expect(log.append(appendTo({ 'ticket-1': 1 }))).rejects.toThrow(ConcurrencyError);
      expect(await log.head()).toBe(0);
    });

    test('writes to all streams of a commit or to none', async () => {
      await using log = await open();
      await log.append(appendTo({ 'ticket-1': 0 }));
      await expect(log.append(appendTo({ 'order-1': 0, 'ticket-1': 0 }))).rejects.toThrow(ConcurrencyError);
      expect(await log.readStream('order-1')).toEqual([]);
      await log.append(appendTo({ 'order-1': 0, 'ticket-1': 1 }));
      expect(await log.readStream('order-1')).toHaveLength(1);
    });

    test('lets one of many win a revision', async () => {
      await using log = await open();
      const racers = Array.from({ length: 64 }, (_, n) => log.append(appendTo({ 'ticket-1': 0, [`order-${n}`]: 0 })));
      const outcomes = await Promise.allSettled(racers);
      const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
      expect(reasons).toHaveLength(63);
      for (const reason of reasons) expect(reason).toBeInstanceOf(ConcurrencyError);
      expect(await log.head()).toBe(1);
    });

    test('answers a repeated command with its first commit, whatever it asks for', async () => {
      await using log = await open();
      const first = await log.append(appendTo({ 'ticket-1': 0 }, { commandId: 'same' }));
      const again = await log.append(appendTo({ 'ticket-2': 7 }, { commandId: 'same' }));
      expect(again).toEqual({ commit: first.commit, repeated: true });
      expect(await log.head()).toBe(1);
    });

    test('appends a command once that comes many times at once', async () => {
      await using log = await open();
      const append = appendTo({ 'ticket-1': 0 });
      const all = await Promise.all(Array.from({ length: 50 }, () => log.append(append)));
      expect(all.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(new Set(all.map(({ commit }) => commit.position))).toEqual(new Set([1]));
    });

    test('refuses an append that breaks its own contract', async () => {
      await using log = await open();
      await expect(log.append(appendTo({}))).rejects.toThrow(TypeError);
      await expect(log.append(appendTo({ 'ticket-1': 0 }, { expected: {} }))).rejects.toThrow('without expecting it');
      const idle = appendTo({ 'ticket-1': 0 });
      await expect(log.append({ ...idle, expected: { 'ticket-1': 0, 'order-1': 0 } })).rejects.toThrow('order-1');
      expect(await log.head()).toBe(0);
    });

    test('refuses what could not be read again', async () => {
      await using log = await open();
      await expect(log.append(appendTo({ 'ticket-1': 0 }, { at: '2027-01-01T00:00:00Z' }))).rejects.toThrow(TypeError);
      await expect(log.append(appendTo({ 'no stream': 0 }))).rejects.toThrow(TypeError);
      expect(await log.head()).toBe(0);
    });

    test('rings when it has grown', async () => {
      await using log = await open();
      const rang = new Promise<void>((resolve) => log.onAppend(resolve));
      await log.append(appendTo({ 'ticket-1': 0 }));
      await expect(rang).resolves.toBeUndefined();
    });

    test('keeps revisions and positions dense under any mixture of appends', async () => {
      const stream = fc.integer({ min: 0, max: 3 }).map((n) => `ticket-${n}`);
      const wishes = fc.array(fc.uniqueArray(stream, { minLength: 1, maxLength: 3 }), { maxLength: 40 });
      await fc.assert(
        fc.asyncProperty(wishes, async (all) => {
          await using log = await open();
          await Promise.all(all.map((streams) => retrying(log, streams)));
          const commits = await log.read(0, 1000);
          expect(commits.map(({ position }) => position)).toEqual(all.map((_, n) => n + 1));
          const seen = new Map<string, number>();
          for (const { id, revision } of commits.flatMap(({ streams }) => streams)) {
            expect(revision).toBe((seen.get(id) ?? 0) + 1);
            seen.set(id, revision);
          }
        }),
        { numRuns: 20 },
      );
    });
  });
}

async function retrying(log: EventLog, streams: string[]): Promise<void> {
  for (;;) {
    const revisions = await Promise.all(streams.map(async (id) => [id, (await log.readStream(id)).length] as const));
    try {
      await log.append(appendTo(Object.fromEntries(revisions)));
      return;
    } catch (error) {
      if (!(error instanceof ConcurrencyError)) throw error;
    }
  }
}
