import { later, NOW } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import type { WebhookStore } from '../store/store.ts';
import { KEPT_ATTEMPTS, type NewDelivery } from './deliveries.ts';

const hook = 'hook';
const message = (position: number, more: Partial<NewDelivery> = {}): NewDelivery => {
  const webhookId = more.webhookId ?? hook;
  const body = `{"position":${position}}`;
  return { id: `${webhookId}_${position}_0`, webhookId, type: 'ticket.sold', position, body, queuedAt: NOW, ...more };
};
const [one, two] = [message(1), message(2)];
const until = later(30);
const all = { except: [], limit: 10 };
const attempt = { at: NOW, milliseconds: 7, status: 204 };
const delivered = { status: 'delivered', attempt, at: NOW } as const;

/** What the queue of deliveries does, wherever it is. `fresh` begins an empty one; what it returns opens it, again. */
export function deliveriesSuite(name: string, fresh: () => () => WebhookStore): void {
  describe(`deliveries in ${name}`, () => {
    test('are due from the moment they are queued, as they were queued', async () => {
      await using store = fresh()();
      await store.deliveries.add([one, two]);
      const queued = { status: 'pending', tries: 0, dueAt: NOW, attempts: [] };
      expect(await store.deliveries.get([two.id, one.id])).toEqual([
        { ...two, ...queued },
        { ...one, ...queued },
      ]);
      expect(await store.deliveries.due(later(-1), all)).toEqual([]);
      expect(await store.deliveries.due(NOW, all)).toEqual([hook]);
      expect(await store.deliveries.depth()).toEqual({ pending: 2, oldestDueAt: NOW });
    });

    test('are there after a restart', async () => {
      const open = fresh();
      {
        await using store = open();
        await store.deliveries.add([one]);
      }
      await using store = open();
      expect(await store.deliveries.take(hook, NOW, until)).toMatchObject(one);
    });

    test('are queued once, however often', async () => {
      await using store = fresh()();
      await Promise.all(Array.from({ length: 5 }, () => store.deliveries.add([one])));
      await store.deliveries.take(hook, NOW, until);
      await store.deliveries.settle(one.id, until, delivered);
      await store.deliveries.add([one, two, { ...one, body: 'another' }]);
      const found = await store.deliveries.page(hook, { limit: 10 });
      expect(found).toMatchObject([{ id: two.id }, { id: one.id, body: one.body, status: 'delivered' }]);
      await store.deliveries.add([]);
    });

    test('are taken by one, the first that is due first, and due again when nothing is heard', async () => {
      await using store = fresh()();
      await store.deliveries.add([two, one]);
      const takes = Array.from({ length: 5 }, () => store.deliveries.take(hook, NOW, until));
      const taken = (await Promise.all(takes)).flatMap((delivery) => delivery ?? []);
      expect(taken.map(({ id, tries, dueAt }) => ({ id, tries, dueAt })).toSorted(byId)).toEqual([
        { id: one.id, tries: 1, dueAt: until },
        { id: two.id, tries: 1, dueAt: until },
      ]);
      expect(await store.deliveries.due(later(29), all)).toEqual([]);
      expect(await store.deliveries.take(hook, until, later(60))).toMatchObject({ id: one.id, tries: 2 });
    });

    test('are settled by whoever has them, with the attempt', async () => {
      await using store = fresh()();
      await store.deliveries.add([one]);
      await store.deliveries.take(hook, NOW, until);
      await store.deliveries.settle(one.id, until, delivered);
      const [found] = await store.deliveries.get([one.id]);
      expect(found).toEqual({ ...one, status: 'delivered', tries: 1, attempts: [attempt] });
      expect(await store.deliveries.due(later(999_999), all)).toEqual([]);
      expect(await store.deliveries.depth()).toEqual({ pending: 0, oldestDueAt: undefined });
    });

    test('are settled by nobody who was too slow: the attempt is written down, and no more', async () => {
      await using store = fresh()();
      await store.deliveries.add([one]);
      await store.deliveries.take(hook, NOW, until);
      await store.deliveries.take(hook, until, later(60));
      await store.deliveries.settle(one.id, until, { status: 'given-up', attempt, at: until });
      expect(await store.deliveries.get([one.id])).toMatchObject([
        { status: 'pending', dueAt: later(60), attempts: [attempt] },
      ]);
    });

    test('wait until they are to be tried again', async () => {
      await using store = fresh()();
      await store.deliveries.add([one]);
      await store.deliveries.take(hook, NOW, until);
      await store.deliveries.settle(one.id, until, { status: 'pending', dueAt: later(99), at: NOW });
      expect(await store.deliveries.due(later(98), all)).toEqual([]);
      expect(await store.deliveries.due(later(99), all)).toEqual([hook]);
    });

    test('can be asked for again, from the first attempt on', async () => {
      await using store = fresh()();
      await store.deliveries.add([one]);
      await store.deliveries.take(hook, NOW, until);
      await store.deliveries.settle(one.id, until, delivered);
      await store.deliveries.addAgain([
        { ...one, queuedAt: later(5) },
        { ...two, queuedAt: later(5) },
      ]);
      const again = { status: 'pending', tries: 0, dueAt: later(5), queuedAt: later(5) };
      expect(await store.deliveries.get([one.id, two.id])).toEqual([
        { ...one, ...again, attempts: [attempt] },
        { ...two, ...again, attempts: [] },
      ]);
    });

    test('keep the last attempts', async () => {
      await using store = fresh()();
      await store.deliveries.add([one]);
      for (let milliseconds = 0; milliseconds < KEPT_ATTEMPTS + 5; milliseconds += 1)
        await store.deliveries.settle(one.id, until, { ...delivered, attempt: { ...attempt, milliseconds } });
      const [found] = await store.deliveries.get([one.id]);
      expect(found?.attempts).toHaveLength(KEPT_ATTEMPTS);
      expect(found?.attempts.at(-1)).toMatchObject({ milliseconds: KEPT_ATTEMPTS + 4 });
    });

    test('are looked for webhook by webhook, what is due longest first, without those excepted', async () => {
      await using store = fresh()();
      for (const [number, webhookId] of ['c', 'a', 'b'].entries())
        await store.deliveries.add([1, 2].map((n) => message(n, { webhookId, queuedAt: later(number) })));
      expect(await store.deliveries.due(later(9), all)).toEqual(['c', 'a', 'b']);
      expect(await store.deliveries.due(later(9), { except: ['c'], limit: 1 })).toEqual(['a']);
      expect(await store.deliveries.due(later(1), all)).toEqual(['c', 'a']);
    });

    test('are shown page by page, the last position first', async () => {
      await using store = fresh()();
      const many = [1, 2, 3, 4, 5].map((position) => message(position));
      const beside = message(3, { id: `${hook}_3_1` });
      await store.deliveries.add([...many, beside, message(3, { webhookId: 'other' })]);
      const first = await store.deliveries.page(hook, { limit: 3 });
      const after = first.at(-1);
      const rest = await store.deliveries.page(hook, { limit: 10, ...(after && { after }) });
      const shown = [5, 4].map((n) => `${hook}_${n}_0`).concat(beside.id, `${hook}_3_0`, `${hook}_2_0`, `${hook}_1_0`);
      expect([...first, ...rest].map(({ id }) => id)).toEqual(shown);
    });

    test('tell whether anything has arrived since', async () => {
      await using store = fresh()();
      await store.deliveries.add([one, two]);
      await store.deliveries.take(hook, NOW, until);
      await store.deliveries.settle(one.id, until, { ...delivered, at: later(3) });
      await store.deliveries.take(hook, NOW, until);
      await store.deliveries.settle(two.id, until, { status: 'given-up', at: later(9) });
      const since = (seconds: number) => store.deliveries.hasArrivedSince(hook, later(seconds));
      expect([await since(3), await since(4)]).toEqual([true, false]);
      expect(await store.deliveries.hasArrivedSince('other', NOW)).toBe(false);
    });

    test('are forgotten with their webhook, or when they ended long ago', async () => {
      await using store = fresh()();
      const other = message(1, { webhookId: 'other' });
      await store.deliveries.add([one, two, other]);
      await store.deliveries.take(hook, NOW, until);
      await store.deliveries.settle(one.id, until, { ...delivered, at: later(3) });
      await store.deliveries.prune(later(3));
      expect(await store.deliveries.get([one.id])).toHaveLength(1);
      await store.deliveries.prune(later(4));
      expect((await store.deliveries.get([one.id, two.id, other.id])).map(({ id }) => id)).toEqual([two.id, other.id]);
      await store.deliveries.forget(hook);
      expect((await store.deliveries.get([two.id, other.id])).map(({ id }) => id)).toEqual([other.id]);
    });
  });
}

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}
