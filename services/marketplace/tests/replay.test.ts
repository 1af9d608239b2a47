import { catchUp, type EventLog, memoryReadModels, recordedEvents } from '@boxoffice/common';
import { type OrderEvent, orderEvents, type TicketEvent, ticketEvents } from '@boxoffice/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projections } from '../src/projections.ts';
import { activity, perform } from './support/activity.ts';
import { testMarket } from './support/market.ts';
import { dump } from './support/read-models.ts';

test('a replay gives the read models byte for byte, also when every commit comes up to five times', async () => {
  await fc.assert(
    fc.asyncProperty(activity, fc.infiniteStream(fc.integer({ min: 1, max: 5 })), async (acts, times) => {
      await using market = await testMarket();
      await perform(market, acts);
      const { log } = market.parts;
      const live = await dump(market.parts.readModels, log);
      const repeated = await repeating(log, () => times.next().value);
      for (const source of [log, repeated]) {
        const readModels = memoryReadModels();
        await catchUp(projections, source, readModels);
        expect(await dump(readModels, log)).toBe(live);
      }
      await holdInvariants(log);
    }),
    { numRuns: 25 },
  );
}, 120_000);

/** The same log read by a stutterer. */
async function repeating(log: EventLog, times: () => number): Promise<EventLog> {
  return {
    ...log,
    async read(after, limit) {
      const commits = await log.read(Math.max(0, after - 3), limit);
      const fresh = commits.some(({ position }) => position > after);
      return fresh ? commits.flatMap((commit) => Array.from({ length: times() }, () => commit)) : [];
    },
  };
}

/** At every position one ticket has at most one live order, and at most one that is paid. */
async function holdInvariants(log: EventLog): Promise<void> {
  const holder = new Map<string, string>();
  const sold = new Set<string>();
  for (const commit of await log.read(0, 10_000)) {
    for (const event of recordedEvents<TicketEvent | OrderEvent>(commit, [ticketEvents, orderEvents])) {
      if (event.type === 'TicketReserved') {
        expect(holder.has(event.data.ticketId)).toBe(false);
        expect(sold.has(event.data.ticketId)).toBe(false);
        holder.set(event.data.ticketId, event.data.orderId);
      }
      if (event.type === 'TicketReleased' || event.type === 'TicketSold') {
        expect(holder.get(event.data.ticketId)).toBe(event.data.orderId);
        holder.delete(event.data.ticketId);
      }
      if (event.type === 'TicketSold') sold.add(event.data.ticketId);
      if (event.type === 'OrderPaid') expect(commit.events.map(({ type }) => type)).toContain('TicketSold');
    }
  }
}
