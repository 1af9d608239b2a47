import type { EventLog } from '@boxoffice/common';
import { type Heard, record } from '@boxoffice/common/testing';
import { TicketListed, TicketReleased, TicketReserved } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buyerId,
  cancelled,
  listed,
  numbered,
  orderStream,
  placed,
  sellerId,
  ticketId,
  ticketStream,
} from '../controls.ts';
import { startStream } from '../testing.ts';

const isReady = ({ event }: { event: string }) => event === 'ready';
const changesOf = (heard: readonly Heard[]) => heard.filter(({ event }) => event === 'changes');

/** What happens to tickets number 1 to 4, one commit after the other: each is listed, then reserved and released in turn. */
function historyOf(touched: readonly number[]) {
  const times = new Map<number, number>();
  return touched.map((number) => {
    const before = times.get(number) ?? 0;
    times.set(number, before + 1);
    const ids = { ticketId: numbered(number) };
    const next = before % 2 === 1 ? sampleOf(TicketReserved, ids) : sampleOf(TicketReleased, ids);
    const event = before === 0 ? sampleOf(TicketListed, ids) : next;
    return { [`ticket-${numbered(number)}`]: [event] };
  });
}

describe('a client that comes back', () => {
  test('hears everything once and in order, wherever it was cut off, and whoever tells it then', async () => {
    const commits = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 40 });
    // After how many events it leaves, and whether another process is there when it comes back.
    const cuts = fc.array(fc.record({ hears: fc.nat({ max: 5 }), restarts: fc.boolean() }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(commits, cuts, fc.nat({ max: 40 }), async (touched, ways, early) => {
        await using first = await startStream();
        const { log } = first;
        await using stack = new AsyncDisposableStack();
        const history = historyOf(touched);
        const heard: Heard[] = [];
        let at = first;
        let lastId: number | undefined = 0;
        // Some of it is there before, the rest comes while the client comes and goes.
        await record(log, ...history.slice(0, early));
        const rest = record(log, ...history.slice(early));
        const query = `tickets=${numbered(1)},${numbered(2)}`;
        const expected = touched.flatMap((number, index) => (number <= 2 ? [index + 1] : []));

        for (const { hears, restarts } of [...ways, { hears: Number.POSITIVE_INFINITY, restarts: false }]) {
          if (restarts) at = stack.use(await startStream({ log }));
          await using client = await at.listen(query, { lastId });
          const wanted = expected.slice(heard.length, heard.length + hears);
          await client.until(wanted.length === 0 ? isReady : ({ id }) => id >= (wanted.at(-1) ?? 0));
          heard.push(...changesOf(client.heard));
          lastId = client.lastId;
        }
        await rest;
        expect(heard.map(({ id }) => id)).toEqual(expected);
        const revisions = heard.map(({ data: [{ ticketId: id, revision }] }) => [id, revision]);
        for (const number of [1, 2])
          expect(revisions.flatMap(([id, revision]) => (id === numbered(number) ? [revision] : []))).toEqual(
            touched.filter((one) => one === number).map((_, index) => index + 1),
          );
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('hears of its own orders what happened before the process was there', async () => {
    await using before = await startStream();
    const { log } = before;
    await record(log, { [ticketStream]: [listed] }, { [orderStream]: [placed] }, { [orderStream]: [cancelled] });
    await using after = await startStream({ log });
    await using client = await after.listen('orders=mine', { as: buyerId, lastId: 2 });
    const { data } = await client.until(({ event }) => event === 'changes');
    expect(data).toMatchObject([{ kind: 'order', position: 3, status: 'cancelled' }]);
    expect(client.heard.map(({ id }) => id)).toEqual([2, 3]);
    await using seller = await after.listen('orders=mine', { as: sellerId, lastId: 0 });
    expect((await seller.until(({ event }) => event === 'changes')).data).toMatchObject([{ position: 1, ticketId }]);
  });

  test('after too long is told to load afresh, and hears what comes from then on', async () => {
    await using api = await startStream({ keep: 3 });
    const history = historyOf([1, 1, 1, 1, 1, 1]);
    await record(api.log, ...history.slice(0, 5));
    await using client = await api.listen(`tickets=${numbered(1)}`, { lastId: 1 });
    await client.until(({ event }) => event === 'reset');
    await using other = await api.listen(`tickets=${numbered(1)}`, { lastId: 2 });
    await other.until(({ id }) => id === 5);
    await record(api.log, { [`ticket-${numbered(1)}`]: [sampleOf(TicketReleased, { ticketId: numbered(1) })] });
    await Promise.all([client, other].map((one) => one.until(({ id }) => id === 6)));
    expect(client.heard.map(({ id, event }) => [id, event])).toEqual([
      [5, 'reset'],
      [6, 'changes'],
    ]);
    expect(other.heard.map(({ id }) => id)).toEqual([2, 3, 4, 5, 6]);
  });

  test('from a process that was ahead is not told again what it has heard there', async () => {
    await using ahead = await startStream();
    const { log } = ahead;
    const { promise: open, resolve } = Promise.withResolvers<void>();
    // One that has not read what the other has.
    const late: EventLog = { ...log, read: async (...where) => open.then(() => log.read(...where)) };
    await using behind = await startStream({ log: late });
    await record(log, ...historyOf([1, 1, 1]));
    await using client = await behind.listen(`tickets=${numbered(1)}`, { lastId: 2 });
    await client.until(isReady);
    resolve();
    await client.until(({ id }) => id === 3);
    expect(client.heard.map(({ id }) => id)).toEqual([2, 3]);
  });

  test('from a log that is no more is told to load afresh', async () => {
    await using api = await startStream();
    await record(api.log, ...historyOf([1]));
    await using client = await api.listen(`tickets=${numbered(1)}`, { lastId: 7 });
    const { id } = await client.until(({ event }) => event === 'reset');
    expect(id).toBeLessThan(2);
  });
});

test('an event that cannot be read has those load afresh who follow its ticket, and stops nobody else', async () => {
  await using api = await startStream();
  const of = (number: number) => `tickets=${numbered(number)}`;
  await record(api.log, ...historyOf([1, 2]));
  await using one = await api.listen(of(1), { lastId: 2 });
  await using two = await api.listen(of(2), { lastId: 2 });
  await Promise.all([one.until(isReady), two.until(isReady)]);
  await record(
    api.log,
    { [`ticket-${numbered(1)}`]: [{ type: 'TicketFramed', version: 1, data: {} }] },
    ...historyOf([2, 2]).slice(1),
  );
  await Promise.all([one.until(({ event }) => event === 'reset'), two.until(({ id }) => id === 4)]);
  expect(one.heard.map(({ id, event }) => [id, event])).toEqual([
    [2, 'ready'],
    [3, 'reset'],
  ]);
});
