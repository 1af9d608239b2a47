import { askMongod, mongodPath, natsStreamingPath, record } from '@boxoffice/common/testing';
import type { JobView } from '@boxoffice/contracts';
import { type TicketListing, ticketListings } from '@boxoffice/tickets';
import { describe, expect, test } from 'vitest';
import { listed } from '../../cli/tests/support.ts';
import { appoint, ended, runs } from '../support/operators.ts';
import { newcomer, sendTo } from '../support/person.ts';
import { startDistributedMarket } from './support/distributed-market.ts';

const only = ['auth-command', 'auth-query', 'auth-projector', 'tickets-projector', 'relay', 'operations'] as const;
const TICKETS = 3000;

describe.runIf(mongodPath && natsStreamingPath)('operations in a process of their own', () => {
  test('killed in the middle of a rebuild they leave what is live as it was, and another rebuild is possible', {
    timeout: 240_000,
  }, async () => {
    await using market = await startDistributedMarket({ only: [...only, 'gateway'] });
    const { log, readModels } = market.stores;
    const operator = await newcomer(sendTo(market.url));
    await appoint(market.stores, operator);
    for (let n = 0; n < TICKETS; n += 500) await record(log, ...Array.from({ length: 500 }, (_, at) => listed(n + at)));
    const live = readModels.reader<TicketListing>(ticketListings);
    expect(await live.reached(await log.head(), 60_000)).toBe(true);
    const documents = async () => JSON.stringify(await live.find({}, { sort: { _id: 1 } }));
    const before = await documents();
    const states = async () => {
      const all = await readModels.generations();
      return all.filter(({ name }) => name === 'ticket-listings').map(({ id, state }) => `${id} ${state}`);
    };

    const url = '/api/operations/projections/ticket-listings/rebuild';
    const jobs = async (): Promise<JobView[]> => (await operator.get('/api/operations/jobs')).json().items;
    const slow = { failCommands: ['commitTransaction'], blockConnection: true, blockTimeMS: 200, appName: 'boxoffice' };
    const host = new URL(market.servers.MONGODB_URL).host;
    const set = (mode: string) =>
      askMongod(host, (admin) => admin.command({ configureFailPoint: 'failCommand', mode, data: slow }));
    await set('alwaysOn');
    expect((await operator.post(url, {})).statusCode).toBe(202);
    await expect
      .poll(async () => (await jobs())[0]?.progress.done, { timeout: 30_000, interval: 20 })
      .toBeGreaterThan(0);
    expect((await jobs())[0]).toMatchObject({ state: 'running', stage: 'build' });
    await market.roles.operations.kill();
    await set('off');

    expect(await states()).toEqual(['ticket-listings@2 live', 'ticket-listings@2.2 candidate']);
    expect(await documents()).toBe(before);
    expect(await log.readStream('projection-ticket-listings')).toEqual([]);

    market.roles.operations.start();
    await market.roles.operations.ready();
    expect(await jobs()).toEqual([]);
    // For as long as whoever died counts as being at work, nobody else begins.
    const again = async () => {
      const reply = await operator.post(url, {});
      if (reply.statusCode !== 202) expect(reply.json().code).toBe('operation-in-progress');
      return reply.statusCode === 202 ? (reply.json().id as string) : undefined;
    };
    let id: string | undefined;
    await expect.poll(async () => (id = await again()), { timeout: 30_000 }).toBeDefined();
    expect(await ended(operator, id ?? ''), market.roles.operations.output()).toMatchObject({
      state: 'done',
      result: { generation: 'ticket-listings@2.3', comparison: { documents: TICKETS, differences: 0 } },
    });
    expect(await states()).toEqual(['ticket-listings@2 live', 'ticket-listings@2.3 candidate']);

    expect(await runs(operator, 'projections/ticket-listings/switch', {})).toMatchObject({ state: 'done' });
    expect(await states()).toEqual(['ticket-listings@2 retired', 'ticket-listings@2.3 live']);
    expect(await documents()).toBe(before);
  });
});
