import { setImmediate as turn } from 'node:timers/promises';
import { record } from '@boxoffice/common/testing';
import type { ProjectionView } from '@boxoffice/contracts';
import { type TicketListing, ticketListings } from '@boxoffice/tickets';
import { expect, test } from 'vitest';
import { listed } from '../../cli/tests/support.ts';
import { type TestMarket, testMarket } from '../support/market.ts';
import { appoint, ended, runs } from '../support/operators.ts';
import type { Person } from '../support/person.ts';

const path = 'projections/ticket-listings';

async function opened(tickets: number) {
  const market = await testMarket();
  const { log } = market.parts;
  const operator = await market.person();
  const userId = await appoint(market.parts, operator);
  for (let n = 0; n < tickets; n += 500)
    await record(log, ...Array.from({ length: Math.min(500, tickets - n) }, (_, at) => listed(n + at)));
  const view = async (): Promise<ProjectionView> => (await operator.get(`/api/operations/${path}`)).json();
  const caughtUp = async () => expect.poll(async () => (await view()).lag.commits, { timeout: 20_000 }).toBe(0);
  return { market, operator, userId, view, caughtUp };
}

const said = async ({ parts }: TestMarket) =>
  (await parts.log.readStream('projection-ticket-listings')).map(({ actor, events }) => [actor, events[0]?.type]);

/** Somebody who sells and looks, all the time. Answers what went wrong and how often it was asked. */
function busy(market: TestMarket, seller: Person) {
  const stop = new AbortController();
  let [asked, longest] = [0, 0];
  const failures: string[] = [];
  const work = (async () => {
    while (!stop.signal.aborted) {
      const ticket = await seller.lists();
      const began = performance.now();
      const reply = await seller.get(`/api/tickets/${ticket.id}`);
      longest = Math.max(longest, performance.now() - began);
      if (reply.statusCode !== 200) failures.push(reply.body);
      const found = await market.app.inject({ method: 'GET', url: '/api/tickets?q=swan' });
      if (found.statusCode !== 200) failures.push(found.body);
      asked += 2;
      await turn();
    }
  })();
  const end = async () => {
    stop.abort();
    await work;
    return { asked, longest, failures };
  };
  return { end, [Symbol.asyncDispose]: async () => void (await end()) };
}

test('a projection is rebuilt, switched and rolled back under writes, on record, and no query fails', {
  timeout: 120_000,
}, async () => {
  const { market, operator, userId, view, caughtUp } = await opened(5000);
  await using _market = market;
  await caughtUp();
  await using others = busy(market, await market.person());

  const begun = (await operator.post(`/api/operations/${path}/rebuild`, {})).json();
  expect(begun).toMatchObject({ kind: 'rebuild', projection: 'ticket-listings', state: 'running', actor: userId });
  const seen: number[] = [];
  expect(await view()).toMatchObject({ state: 'rebuilding', jobId: begun.id });
  const job = async () => (await operator.get(`/api/operations/jobs/${begun.id}`)).json();
  for (let now = begun; now.state === 'running'; now = await job()) {
    if (now.stage === 'build' && now.progress.done < now.progress.of) seen.push(now.progress.done);
    // Requests of this process leave no time to anything else: the network would.
    await turn();
  }
  expect(new Set(seen).size).toBeGreaterThan(1);
  expect(seen).toEqual(seen.toSorted((one, other) => one - other));
  const rebuilt = await ended(operator, begun.id);
  expect(rebuilt).toMatchObject({ state: 'done', result: { comparison: { differences: 0, different: [] } } });
  const { generation } = rebuilt.result;
  expect(await view()).toMatchObject({ generation: 'ticket-listings@2', candidates: [{ id: generation }] });

  expect(await runs(operator, `${path}/compare`)).toMatchObject({
    state: 'done',
    result: { generation, comparison: { differences: 0 } },
  });
  expect(await runs(operator, `${path}/switch`, {})).toMatchObject({
    state: 'done',
    result: { switched: { from: 'ticket-listings@2', to: generation } },
  });
  expect(await view()).toMatchObject({ generation, candidates: [], retired: [{ id: 'ticket-listings@2' }] });
  expect(await runs(operator, `${path}/rollback`)).toMatchObject({ state: 'done' });
  expect(await view()).toMatchObject({ generation: 'ticket-listings@2', retired: [{ id: generation }] });

  const { asked, longest, failures } = await others.end();
  expect(failures).toEqual([]);
  expect(asked).toBeGreaterThan(20);
  process.stdout.write(`${asked} queries meanwhile, the longest took ${longest.toFixed(0)} ms\n`);
  await caughtUp();
  expect((await view()).state).toBe('live');
  expect(await said(market)).toEqual([
    [userId, 'ProjectionRebuilt'],
    [userId, 'ProjectionSwitched'],
    [userId, 'ProjectionSwitched'],
  ]);
});

test('one job works on a projection at a time, and the same request begins it once', { timeout: 60_000 }, async () => {
  const { market, operator } = await opened(3000);
  await using _market = market;
  const url = `/api/operations/${path}/rebuild`;
  const key = { 'idempotency-key': 'once' };
  const [first, second] = [await operator.post(url, {}, key), await operator.post(url, {}, key)];
  expect(second.json().id).toBe(first.json().id);
  expect((await operator.post(url, { other: 1 }, key)).json()).toMatchObject({ code: 'idempotency-key-reused' });
  expect((await operator.post(url, {})).json()).toMatchObject({ status: 409, code: 'operation-in-progress' });
  expect(await ended(operator, first.json().id)).toMatchObject({ state: 'done' });
  expect((await operator.post(url, {}, key)).json()).toMatchObject({ id: first.json().id, state: 'done' });
  expect((await said(market)).map(([, type]) => type)).toEqual(['ProjectionRebuilt']);
});

test('a job that is cancelled leaves no candidate, and so does one that is not wanted any more', {
  timeout: 60_000,
}, async () => {
  const { market, operator, view, caughtUp } = await opened(3000);
  await using _market = market;
  await caughtUp();
  const { id } = (await operator.post(`/api/operations/${path}/rebuild`, {})).json();
  expect((await operator.delete(`/api/operations/jobs/${id}`)).statusCode).toBe(204);
  expect(await ended(operator, id)).toMatchObject({ state: 'cancelled' });
  expect(await view()).toMatchObject({ state: 'live', candidates: [] });
  expect(await said(market)).toEqual([]);

  const unwanted = await runs(operator, `${path}/rebuild`);
  expect((await view()).candidates).toHaveLength(1);
  expect((await operator.delete(`/api/operations/jobs/${unwanted.id}`)).statusCode).toBe(204);
  expect((await view()).candidates).toEqual([]);
  expect((await operator.get('/api/operations/jobs')).json().items).toMatchObject([{ id: unwanted.id }, { id }]);
});

test('what differs is not switched to, unless by force', { timeout: 60_000 }, async () => {
  const { market, operator, view, caughtUp } = await opened(20);
  await using _market = market;
  await caughtUp();
  await runs(operator, `${path}/rebuild`);
  const { readModels } = market.parts;
  const [candidate] = (await view()).candidates;
  {
    const options = { generation: candidate?.id ?? '', seize: true };
    await using writer = await readModels.writer<TicketListing>(ticketListings, options);
    const [document] = await readModels.reader<TicketListing>(ticketListings).find({}, { limit: 1 });
    const at = await writer.checkpoint();
    if (document) await writer.save({ from: at, to: at, puts: [{ ...document, title: 'Tampered' }], deletes: [] });
  }
  const refused = await runs(operator, `${path}/switch`, {});
  expect(refused).toMatchObject({ state: 'failed', result: { comparison: { differences: 1 } } });
  expect(refused.failure).toContain('is not what is live');
  expect(await view()).toMatchObject({ generation: 'ticket-listings@2' });
  expect(await runs(operator, `${path}/switch`, { force: true })).toMatchObject({ state: 'done' });
  expect(await view()).toMatchObject({ generation: candidate?.id });
});
