import type { Commit } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import type { EventBus } from './event-bus.ts';

/** A commit that says nothing but where it is. */
export function commitAt(position: number, text = 'Zoë “quoted” \u2028 🎭'): Commit {
  const stream = `ticket-${position}`;
  return {
    position,
    streams: [{ id: stream, revision: 1 }],
    events: [{ stream, type: 'Happened', version: 1, data: { position, text } }],
    commandId: `command-${position}`,
    correlationId: 'correlation',
    actor: 'actor',
    at: '2027-01-01T00:00:00.000Z',
  };
}

export const upTo = (last: number, from = 1) => Array.from({ length: last - from + 1 }, (_, n) => from + n);

/** Opens a bus that nobody else is on; where it matters, with the time after which a commit comes again. */
export type OpenBus = (options?: { redeliverAfterMs: number }) => Promise<EventBus>;

/** What every bus does, whatever carries it. */
export function eventBusSuite(name: string, open: OpenBus): void {
  describe(`event bus on ${name}`, () => {
    test('brings a commit to every subscriber', async () => {
      await using bus = await open();
      const one = await collect(bus, 'one', 2);
      const two = await collect(bus, 'two', 2);
      await bus.publish(commitAt(1));
      await bus.publish(commitAt(2));
      expect(await one.all).toEqual([commitAt(1), commitAt(2)]);
      expect(await two.all).toEqual([commitAt(1), commitAt(2)]);
    });

    test('brings the commits in the order in which they were published, though nobody waited between', async () => {
      await using bus = await open();
      const collected = await collect(bus, 'one', 1000);
      await Promise.all(upTo(1000).map((position) => bus.publish(commitAt(position))));
      expect((await collected.all).map(({ position }) => position)).toEqual(upTo(1000));
    });

    test('brings a commit again that a handler has rejected', { timeout: 15_000 }, async () => {
      await using bus = await open({ redeliverAfterMs: 1000 });
      const { promise: again, resolve } = Promise.withResolvers<Commit>();
      let times = 0;
      await bus.subscribe('one', async (commit) => {
        times += 1;
        if (times < 3) throw new Error('not yet');
        resolve(commit);
      });
      // By itself, or because whoever publishes is told that it failed, and publishes it again.
      const publish = () => bus.publish(commitAt(1));
      await publish().catch(publish).catch(publish);
      expect(await again).toEqual(commitAt(1));
      expect(times).toBe(3);
    });

    test('brings each commit to one of those who share a name', async () => {
      await using bus = await open();
      const seen: number[] = [];
      const note = ({ position }: Commit) => void seen.push(position);
      const one = await bus.subscribe('shared', note);
      const two = await bus.subscribe('shared', note);
      const other = await collect(bus, 'other', 100);
      for (const position of upTo(100)) await bus.publish(commitAt(position));
      await other.all;
      await expect.poll(() => new Set(seen).size).toBe(100);
      await one[Symbol.asyncDispose]();
      await two[Symbol.asyncDispose]();
      expect(seen.toSorted((a, b) => a - b)).toEqual(upTo(100));
    });

    test('brings all to the one that is left of those who share a name', async () => {
      await using bus = await open();
      const ended = await bus.subscribe('shared', () => undefined);
      const left = await collect(bus, 'shared', 10);
      await ended[Symbol.asyncDispose]();
      for (const position of upTo(10)) await bus.publish(commitAt(position));
      expect((await left.all).map(({ position }) => position)).toEqual(upTo(10));
    });

    test('brings nothing more once the subscription has ended', async () => {
      await using bus = await open();
      const seen: number[] = [];
      const ended = await bus.subscribe('ended', ({ position }) => void seen.push(position));
      await ended[Symbol.asyncDispose]();
      const other = await collect(bus, 'other', 1);
      await bus.publish(commitAt(1));
      await other.all;
      expect(seen).toEqual([]);
    });

    test('takes any name, and tells all names apart', async () => {
      await using bus = await open();
      const names = ['a.b', 'a:b', 'a b', 'a/b', 'a*', 'a>', 'ticket-listing@2', 'größe'];
      const all = [];
      for (const name of names) all.push(await collect(bus, name, 1));
      await bus.publish(commitAt(1));
      for (const { all: commits } of all) expect(await commits).toEqual([commitAt(1)]);
    });
  });
}

/** Subscribes, and resolves to the first commits that come. */
export async function collect(bus: EventBus, name: string, count: number): Promise<{ all: Promise<Commit[]> }> {
  const seen: Commit[] = [];
  const { promise, resolve } = Promise.withResolvers<Commit[]>();
  await bus.subscribe(name, (commit) => {
    seen.push(commit);
    if (seen.length === count) resolve(seen);
  });
  return { all: promise };
}
