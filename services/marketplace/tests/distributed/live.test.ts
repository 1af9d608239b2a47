import { listenTo, mongodPath, natsStreamingPath } from '@boxoffice/common/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LiveMarket, liveSuite } from '../live.suite.ts';
import { newcomer, sendTo } from '../support/person.ts';
import { toldOf } from '../support/told.ts';
import { type DistributedMarket, startDistributedMarket } from './support/distributed-market.ts';
import { startRole } from './support/role.ts';

describe.runIf(mongodPath && natsStreamingPath)('in a process for each role', { timeout: 60_000 }, () => {
  let market: DistributedMarket;
  let live: LiveMarket;
  beforeAll(async () => {
    market = await startDistributedMarket();
    live = { url: market.url, person: () => newcomer(sendTo(market.url)) };
  }, 240_000);
  afterAll(() => market?.[Symbol.asyncDispose]());

  liveSuite(() => live);

  test('who goes from one process to another, killed or told to stop, misses nothing and hears nothing twice', async () => {
    await using second = await startRole({ name: 'live-query-2', entry: 'services/live/query.ts', env: market.env });
    await second.ready();
    const first = market.roles['live-query'];
    const [seller, buyer] = await Promise.all([live.person(), live.person()]);
    const ticket = await seller.lists();
    let lastId = 0;
    const revisions: number[] = [];

    /** Listens at a process until it has told of a revision, and while `then` happens. */
    async function hearsAt({ url }: { url: string }, revision: number, then: () => Promise<unknown>): Promise<void> {
      const headers = { 'last-event-id': String(lastId) };
      await using client = await listenTo(`${url}/api/stream?tickets=${ticket.id}`, headers);
      await client.until(({ event, data }) => event === 'changes' && data[0].revision >= revision);
      await then();
      await client.ended.catch(() => undefined);
      expect(client.heard[0]?.event).toBe('ready');
      lastId = client.lastId ?? 0;
      revisions.push(
        ...client.heard.slice(1).flatMap(({ data }) => data.map((one: { revision: number }) => one.revision)),
      );
    }

    const order = await buyer.reserves(ticket.id);
    await hearsAt(first, 2, () => first.kill('SIGKILL'));
    await buyer.delete(`/api/orders/${order.id}`);
    first.start();
    await hearsAt(second, 3, async () => expect(await second.kill('SIGTERM')).toBe(0));
    const again = await buyer.reserves(ticket.id);
    await first.ready();
    await buyer.pays(again.id);
    await hearsAt(first, 5, async () => expect(await first.kill('SIGTERM')).toBe(0));
    expect(revisions).toEqual([1, 2, 3, 4, 5]);
  });

  test('two processes tell 200 clients of each change, in order and within a second', async () => {
    const first = market.roles['live-query'];
    first.start();
    await using second = await startRole({ name: 'live-query-2', entry: 'services/live/query.ts', env: market.env });
    await Promise.all([first.ready(), second.ready()]);
    const { revisions, times } = await toldOf(market.stores.log, [first.url, second.url], 200, 50);
    expect(new Set(revisions.map(String))).toEqual(new Set([String(Array.from({ length: 50 }, (_, at) => at + 2))]));
    const [median = 0, p95 = 0, longest = 0] = [0.5, 0.95, 1].map((part) => times[Math.ceil(times.length * part) - 1]);
    process.stdout.write(
      `told, two processes on MongoDB, 200 clients: median ${Math.round(median)} ms, p95 ${Math.round(p95)} ms, longest ${Math.round(longest)} ms\n`,
    );
    expect(p95).toBeLessThan(1000);
  });
});
