import type { Commit } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import type { EventBus } from './event-bus.ts';

/** A commit that says nothing but where it is. */
export function commitAt(position: number): Commit {
  const stream = `ticket-${position}`;
  return {
    position,
    streams: [{ id: stream, revision: 1 }],
    events: [{ stream, type: 'Happened', version: 1, data: { position } }],
    commandId: `command-${position}`,
    correlationId: 'correlation',
    actor: 'actor',
    at: '2027-01-01T00:00:00.000Z',
  };
}

/** What every bus does, whatever carries it. */
export function eventBusSuite(name: string, open: () => Promise<EventBus>): void {
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
  });
}

async function collect(bus: EventBus, name: string, count: number): Promise<{ all: Promise<Commit[]> }> {
  const seen: Commit[] = [];
  const { promise, resolve } = Promise.withResolvers<Commit[]>();
  await bus.subscribe(name, (commit) => {
    seen.push(commit);
    if (seen.length === count) resolve(seen);
  });
  return { all: promise };
}
