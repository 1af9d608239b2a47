import type { Commit } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import type { NatsServer } from '../testing/nats.ts';
import { relayed } from '../testing/relayed.ts';
import { sampled } from '../testing/sampled.ts';
import type { BrokerOptions } from './broker/broker-event-bus.ts';
import { collect, commitAt, upTo } from './event-bus.suite.ts';
import type { EventBus } from './event-bus.ts';

export interface Broker {
  start(): Promise<NatsServer>;
  /** A server whose channel is full after a few messages. */
  startSmall?(): Promise<NatsServer>;
  /** Another process on the same bus. */
  open(server: NatsServer, options: BrokerOptions & { redeliverAfterMs?: number }): Promise<EventBus>;
  /** Publishes what no bus of ours would. */
  publishRaw(server: NatsServer, data: string): Promise<void>;
}

const WITHIN = { timeout: 20_000, interval: 20 };

/** What every bus on a broker does when the broker, or what it carries, is at fault. */
export function brokerEventBusSuite(name: string, { start, startSmall, open, publishRaw }: Broker): void {
  describe(`event bus on ${name}, under faults`, { timeout: 40_000 }, () => {
    /** A server, and a bus on it that notes its errors. */
    async function running(stack: AsyncDisposableStack, options: { redeliverAfterMs?: number } = {}) {
      const server = stack.use(await start());
      const errors: string[] = [];
      const onError = (error: unknown) => void errors.push(wordsOf(error));
      const join = async () => stack.use(await open(server, { onError, ...options }));
      return { server, errors, join, bus: await join() };
    }

    /** Publishes new commits until one comes by: none that the broker has lost comes by itself. */
    async function rings(bus: EventBus, seen: number[]): Promise<void> {
      const before = seen.length;
      let position = seen.at(-1) ?? 0;
      await expect
        .poll(async () => {
          position += 1;
          await bus.publish(commitAt(position)).catch(() => undefined);
          return seen.length;
        }, WITHIN)
        .toBeGreaterThan(before);
    }

    test.each([
      ['killed and started again', false],
      ['killed and started again without its data', true],
    ])('each commit is seen once and in order when the server is %s', async (_what, isWiped) => {
      await using stack = new AsyncDisposableStack();
      const { server, bus } = await running(stack);
      const { append, cursor, seen, head, relayTo, followOn } = relayed(stack);
      const rung: number[] = [];
      await bus.subscribe('rung', ({ position }) => void rung.push(position));
      relayTo(bus);
      followOn(bus);
      await append(300);
      await expect.poll(() => cursor.position, WITHIN).toBeGreaterThan(0);

      const writing = append(300);
      await server.kill();
      await writing;
      if (isWiped) server.wipe();
      await server.start();

      await append(100);
      await expect.poll(() => cursor.position, WITHIN).toBe(700);
      // The bus itself is heard again, not only the log read.
      await expect
        .poll(async () => {
          await append(1);
          return rung.at(-1);
        }, WITHIN)
        .toBeGreaterThan(700);
      await expect.poll(async () => seen.at(-1) === (await head()), WITHIN).toBe(true);
      expect(seen).toEqual(upTo(await head()));
    });

    test('each commit is seen once and in order when the relay repeats itself', async () => {
      await using stack = new AsyncDisposableStack();
      const { bus } = await running(stack);
      let refusals = 3;
      let position = 0;
      const cursor = {
        get position() {
          return position;
        },
        async save(next: number) {
          refusals -= 1;
          if (refusals >= 0) throw new Error('it cannot be saved');
          position = next;
        },
        confirm: async () => undefined,
        [Symbol.asyncDispose]: async () => undefined,
      };
      const { append, seen, relayTo, followOn } = relayed(stack, cursor);
      followOn(bus);
      await append(50);
      relayTo(bus);
      await expect.poll(() => cursor.position, WITHIN).toBe(50);
      await append(50);
      await expect.poll(() => seen.at(-1), WITHIN).toBe(100);
      expect(seen).toEqual(upTo(100));
      expect(refusals).toBeLessThan(0);
    });

    test('a commit that a server did not acknowledge before it died is not taken for published', async () => {
      await using stack = new AsyncDisposableStack();
      const { server, bus } = await running(stack);
      await server.pause();
      const outcomes = Promise.allSettled(upTo(400).map((position) => bus.publish(commitAt(position))));
      await server.kill();
      expect((await outcomes).filter(({ status }) => status === 'fulfilled')).toEqual([]);
      await expect(bus.publish(commitAt(1))).rejects.toThrow('no session');
    });

    test('a server that falls silent is noticed within seconds, and heard again when it speaks', async () => {
      await using stack = new AsyncDisposableStack();
      const { server, bus, errors } = await running(stack);
      const seen: number[] = [];
      await bus.subscribe('one', ({ position }) => void seen.push(position));
      await rings(bus, seen);
      await server.pause();
      await expect.poll(() => errors, { timeout: 8000 }).not.toEqual([]);
      await expect(bus.publish(commitAt(1))).rejects.toThrow('no session');
      // It still takes connections, and says nothing: a new session is not waited for without end either.
      const before = errors.length;
      await expect.poll(() => errors.length, { timeout: 8000 }).toBeGreaterThan(before);
      await server.resume();
      await rings(bus, seen);
    });

    test('what comes again and which sessions are lost is counted', async () => {
      await using stack = new AsyncDisposableStack();
      const { server, bus, errors } = await running(stack, { redeliverAfterMs: 1000 });
      const published = await sampled('boxoffice_bus_published_total', { broker: name });
      const again = () => sampled('boxoffice_bus_redelivered_total', { broker: name, subscriber: 'forgetful' });
      let times = 0;
      await bus.subscribe('forgetful', () => {
        times += 1;
        if (times === 1) throw new Error('not yet');
      });
      await bus.publish(commitAt(1));
      await expect.poll(() => times, WITHIN).toBe(2);
      expect(await again()).toBe(1);
      expect(await sampled('boxoffice_bus_published_total', { broker: name })).toBe(published + 1);

      const before = errors.length;
      const lost = await sampled('boxoffice_bus_sessions_lost_total', { broker: name });
      await server.kill();
      await expect.poll(() => errors.length, WITHIN).toBeGreaterThan(before);
      await expect.poll(() => sampled('boxoffice_bus_sessions_lost_total', { broker: name }), WITHIN).toBe(lost + 1);
    });

    test('a server that is not there yet is waited for, and the waiting is told', async () => {
      await using stack = new AsyncDisposableStack();
      const { server, errors, join } = await running(stack);
      await server.kill();
      const before = errors.length;
      const late = join();
      await expect.poll(() => errors.length, WITHIN).toBeGreaterThan(before + 2);
      await server.start();
      await expect((await late).publish(commitAt(1))).resolves.toBeUndefined();
    });

    test('the waiting for a server ends when it is told to', async () => {
      await using stack = new AsyncDisposableStack();
      const server = stack.use(await start());
      await server.kill();
      const stop = new AbortController();
      const { signal } = stop;
      const waiting = open(server, { signal, onError: () => stop.abort(new Error('enough')) });
      await expect(waiting).rejects.toThrow('enough');
    });

    test('a subscription made while the server is away begins when it is back', async () => {
      await using stack = new AsyncDisposableStack();
      const { server, bus } = await running(stack);
      await server.kill();
      const seen: number[] = [];
      await bus.subscribe('one', ({ position }) => void seen.push(position));
      await server.start();
      await rings(bus, seen);
      expect(seen.length).toBeGreaterThan(0);
    });

    test('what was published while a subscriber was away comes when it is back', async () => {
      await using stack = new AsyncDisposableStack();
      const { bus, join } = await running(stack);
      const away = await join();
      await away.subscribe('one', () => undefined);
      await away[Symbol.asyncDispose]();
      await bus.publish(commitAt(1));
      const back = await collect(await join(), 'one', 1);
      expect(await back.all).toEqual([commitAt(1)]);
    });

    test('a new subscriber is not given the past', async () => {
      await using stack = new AsyncDisposableStack();
      const { bus } = await running(stack);
      await bus.publish(commitAt(1));
      const one = await collect(bus, 'one', 1);
      await bus.publish(commitAt(2));
      expect(await one.all).toEqual([commitAt(2)]);
    });

    test('two processes of one name share the commits, and one takes over from the other', async () => {
      await using stack = new AsyncDisposableStack();
      const { bus, join } = await running(stack);
      const seen: number[] = [];
      const first = await join();
      for (const process of [first, await join()])
        await process.subscribe('shared', ({ position }) => void seen.push(position));
      for (const position of upTo(50)) await bus.publish(commitAt(position));
      await expect.poll(() => seen.length, WITHIN).toBe(50);
      await first[Symbol.asyncDispose]();
      for (const position of upTo(100, 51)) await bus.publish(commitAt(position));
      await expect.poll(() => new Set(seen).size, WITHIN).toBe(100);
      expect(seen.toSorted((a, b) => a - b)).toEqual(upTo(100));
    });

    test.each([
      ['nonsense', 'nonsense'],
      ['a commit without events', JSON.stringify({ ...commitAt(1), events: [] })],
    ])('%s is reported once, and not brought to anybody', async (_what, data) => {
      await using stack = new AsyncDisposableStack();
      const { server, bus, errors } = await running(stack, { redeliverAfterMs: 1000 });
      const seen: Commit[] = [];
      await bus.subscribe('one', (commit) => {
        if (seen.push(commit) === 1) throw new Error('not yet');
      });
      await publishRaw(server, data);
      await bus.publish(commitAt(2));
      // When this one comes again, the other would have come again too.
      await expect.poll(() => seen, WITHIN).toEqual([commitAt(2), commitAt(2)]);
      expect(errors).toEqual([expect.stringContaining('what came over the bus is not a commit'), 'not yet: ']);
    });

    test.runIf(startSmall)('each commit is seen once and in order though the channel is full', async () => {
      await using stack = new AsyncDisposableStack();
      const server = stack.use(await (startSmall as typeof start)());
      const bus = stack.use(await open(server, { onError: () => undefined }));
      const { append, seen, relayTo, followOn } = relayed(stack);
      await append(50);
      relayTo(bus);
      followOn(bus, 100);
      await append(50);
      await expect.poll(() => seen.at(-1), WITHIN).toBe(100);
      expect(seen).toEqual(upTo(100));
    });

    test('a commit too large for the server is reported and left to the log', async () => {
      await using stack = new AsyncDisposableStack();
      const { bus, errors } = await running(stack);
      const one = await collect(bus, 'one', 2);
      await bus.publish(commitAt(1, 'x'.repeat(2_000_000)));
      await bus.publish(commitAt(2, 'x'.repeat(990_000)));
      await bus.publish(commitAt(3));
      expect((await one.all).map(({ position }) => position)).toEqual([2, 3]);
      expect(errors).toEqual([expect.stringContaining('commit 1 is too large')]);
    });
  });
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? [error.message, wordsOf(error.cause)].join(': ') : String(error ?? '');
}
