import { compareWithLive, dropRetired, generationsOf, rebuild, switchOver } from '@boxoffice/common';
import { mongodPath, natsStreamingPath } from '@boxoffice/common/testing';
import { type TicketListing, ticketListings } from '@boxoffice/tickets';
import { describe, expect, test } from 'vitest';
import { Visitor } from '../support/visitor.ts';
import { startDistributedMarket } from './support/distributed-market.ts';
import { paced } from './support/paced.ts';

const [QUERIES, COMMANDS] = [200, 100];

describe.runIf(mongodPath && natsStreamingPath)('a rebuild of what everybody asks', () => {
  test(`answers ${QUERIES} queries and ${COMMANDS} commands a second meanwhile, and is switched to`, async () => {
    await using market = await startDistributedMarket();
    const seller = new Visitor(market.url);
    await seller.signsUp();
    const ids: string[] = [];
    let listed = 0;
    const list = async () => {
      listed += 1;
      const title = `Night ${listed % 50} of the Owls`;
      const reply = await seller.post('/api/tickets', { title, price: { amount: listed, currency: 'EUR' } });
      const text = await reply.text();
      if (reply.status !== 201) return `${reply.status} ${text}`;
      ids.push(JSON.parse(text).id);
      return undefined;
    };
    for (let n = 0; n < 20; n += 1) await Promise.all(Array.from({ length: 25 }, list));

    // As people do: most look at a ticket, some search.
    let asked = 0;
    const ask = async () => {
      asked += 1;
      const isSearch = asked % 10 === 0;
      const id = ids[asked % ids.length] as string;
      const path = isSearch ? `/api/tickets?q=night+${asked % 50}&limit=20` : `/api/tickets/${id}`;
      const reply = await fetch(market.url + path);
      const text = await reply.text();
      return reply.status === 200 && text.includes(isSearch ? '"items":[{' : id)
        ? undefined
        : `${reply.status} ${text}`;
    };
    const loads = [paced(QUERIES, ask), paced(COMMANDS, list)];
    const { log, readModels } = market.stores;
    for (let round = 0; round < 3; round += 1) {
      const before = loads.map(({ done }) => done);
      await using build = await rebuild(ticketListings, { log, readModels });
      const { documents, different } = await compareWithLive(ticketListings, readModels, build);
      expect(documents).toBeGreaterThan(500);
      const { from } = await switchOver(ticketListings, { log, readModels }, build, different);
      await dropRetired(ticketListings, readModels, from);
      // Each round is under load, and so is what comes after it.
      await expect
        .poll(() => loads.every(({ done }, n) => done > (before[n] ?? 0) + 50), { timeout: 20_000 })
        .toBe(true);
    }
    for (const load of loads) await load.stop();
    for (const load of loads) expect(load.failures).toEqual([]);

    const live = readModels.reader<TicketListing>(ticketListings);
    expect(await live.reached(await log.head(), 20_000)).toBe(true);
    expect(await live.count({}, 1_000_000)).toBe(listed);
    const states = (await generationsOf(ticketListings, readModels)).map(({ id, state }) => [id, state]);
    expect(states).toEqual([
      ['ticket-listings@2.3', 'retired'],
      ['ticket-listings@2.4', 'live'],
    ]);
    process.stdout.write(
      `rebuilt 3 times at ${loads.map((load) => load.perSecond().toFixed(0)).join(' + ')} a second\n`,
    );
  }, 120_000);
});
