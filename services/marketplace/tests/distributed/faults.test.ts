import { catchUp, compare, type EventLog, memoryReadModels, type ReadModels } from '@boxoffice/common';
import { CLUSTER, mongodPath, natsStreamingPath, startMongod, startNatsStreaming } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import { projections } from '../../src/projections.ts';
import { type DistributedMarket, type RoleName, startDistributedMarket } from './support/distributed-market.ts';
import { type Acknowledged, type Load, startLoad } from './support/load.ts';

/** `FAULT_SEEDS=3` tries one again. */
const SEEDS = (process.env.FAULT_SEEDS ?? '1,2,3,4,5').split(',').map(Number);

describe.runIf(mongodPath && natsStreamingPath)('a market of processes under load', () => {
  test('loses nothing and does nothing twice, whatever is killed', async () => {
    await using stack = new AsyncDisposableStack();
    const [mongod, nats] = await Promise.all([startMongod(), startNatsStreaming()]);
    stack.use(mongod);
    stack.use(nats);
    const servers = { MONGODB_URL: mongod.url, NATS_URL: nats.url, BUS: 'nats-streaming', NATS_CLUSTER_ID: CLUSTER };
    const market = stack.use(await startDistributedMarket({ servers }));
    const load = stack.use(await startLoad(market.url, 6));

    const kill = (name: RoleName) => async () => {
      expect(await market.roles[name].kill('SIGKILL')).toBe('SIGKILL');
      market.roles[name].start();
      await market.roles[name].ready();
    };
    const faults: Record<string, () => Promise<void>> = {
      'relay killed': kill('relay'),
      'projector of tickets killed': kill('tickets-projector'),
      'projector of orders killed': kill('orders-projector'),
      'commands of orders killed': kill('orders-command'),
      'commands of payments killed': kill('payments-command'),
      async 'bus killed'() {
        await nats.kill();
        await load.more(10);
        await nats.start();
      },
      async 'bus killed and wiped'() {
        await nats.kill();
        nats.wipe();
        await nats.start();
      },
    };

    for (const seed of SEEDS) {
      for (const [n, [name, strike]] of Object.entries(faults).entries()) {
        // At another moment for each seed: in the middle of whatever is under way by then.
        await load.more(5 + ((seed * 7 + n * 3) % 20));
        await strike().catch((error) => {
          throw new Error(`${name}, seed ${seed}`, { cause: error });
        });
        await load.more(10);
      }
    }
    await load.stop();
    expect(load.unexpected).toEqual([]);
    await holds(market, load);
  }, 600_000);
});

/** Every acknowledged command is in the log, once, where it was said to be; every read model is the fold of the log. */
async function holds({ stores }: DistributedMarket, { acknowledged }: Load): Promise<void> {
  const { log, readModels } = stores;
  expect(acknowledged.length).toBeGreaterThan(SEEDS.length * 50);
  const commits = await readAll(log);
  expect(commits.map(({ position }) => position)).toEqual(commits.map((_, n) => n + 1));
  const made = (type: string) => commits.flatMap(({ events }) => events.filter((event) => event.type === type));
  const types: Record<Acknowledged['what'], [string, string]> = {
    listed: ['TicketListed', 'ticketId'],
    reserved: ['OrderPlaced', 'orderId'],
    paid: ['PaymentSucceeded', 'paymentId'],
  };
  for (const [what, [type, id]] of Object.entries(types)) {
    const ids = made(type).map(({ data }) => (data as Record<string, string>)[id]);
    expect(new Set(ids).size, `${type} twice`).toBe(ids.length);
    const wanted = acknowledged.filter((one) => one.what === what).map((one) => one.id);
    expect(new Set(wanted).difference(new Set(ids)), `${type} lost`).toEqual(new Set());
  }
  for (const { id, position, what } of acknowledged)
    if (what !== 'paid') expect(JSON.stringify(commits[position - 1])).toContain(id);
  await expectFolded(log, readModels);
}

async function expectFolded(log: EventLog, readModels: ReadModels): Promise<void> {
  const folded = memoryReadModels();
  const head = await catchUp(projections, log, folded);
  for (const projection of projections) {
    const live = readModels.reader<unknown>(projection);
    expect(await live.reached(head, 20_000), projection.name).toBe(true);
    const { documents, different } = await compare(live, folded.reader(projection));
    expect(different, projection.name).toEqual([]);
    if (['ticket-listings', 'my-orders'].includes(projection.name)) expect(documents).toBeGreaterThan(0);
  }
}

async function readAll(log: EventLog) {
  const all = [];
  for (;;) {
    const page = await log.read(all.length, 1000);
    if (page.length === 0) return all;
    all.push(...page);
  }
}
