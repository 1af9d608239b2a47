import { record } from '@boxoffice/common/testing';
import { expect, test } from 'vitest';
import { listed, poison, ticketId } from '../../cli/tests/support.ts';
import { testMarket } from '../support/market.ts';
import { appoint } from '../support/operators.ts';

async function opened() {
  const market = await testMarket();
  const operator = await market.person();
  const userId = await appoint(market.parts, operator);
  const view = async () => (await operator.get('/api/operations/projections/ticket-listings')).json();
  const said = async () =>
    (await market.parts.log.readStream('projection-ticket-listings')).map(({ actor, events }) => [
      actor,
      events[0]?.type,
    ]);
  return { market, operator, userId, view, said };
}

test('a projection is paused and resumed, each once, on record', { timeout: 30_000 }, async () => {
  const { market, operator, userId, view, said } = await opened();
  await using _market = market;
  const tell = (verb: string) => operator.post(`/api/operations/projections/ticket-listings/${verb}`, {});
  expect((await tell('resume')).json()).toMatchObject({ changed: false });
  expect((await tell('pause')).json()).toMatchObject({ changed: true });
  expect((await tell('pause')).json()).toMatchObject({ changed: false });
  expect(await view()).toMatchObject({ state: 'paused' });
  await expect.poll(async () => (await view()).lag.commits, { timeout: 10_000 }).toBe(0);
  expect((await tell('resume')).json()).toMatchObject({ changed: true });
  await record(market.parts.log, listed(1));
  await expect.poll(async () => (await view()).lag.commits, { timeout: 10_000 }).toBe(0);
  expect(await view()).toMatchObject({ state: 'live', quarantined: 0 });
  expect(await said()).toEqual([
    [userId, 'ProjectionPaused'],
    [userId, 'ProjectionResumed'],
  ]);
});

test('a poisoned key is listed, retried in vain, and skipped with a reason', { timeout: 30_000 }, async () => {
  const { market, operator, userId, view, said } = await opened();
  await using _market = market;
  await record(market.parts.log, listed(1), poison(9), poison(10));
  const keys = [ticketId(9), ticketId(10)];
  const quarantine = async () => (await operator.get('/api/operations/quarantine')).json().items;
  await expect.poll(quarantine, { timeout: 10_000 }).toHaveLength(2);
  const [stuck] = await quarantine();
  expect(stuck).toMatchObject({ projection: 'ticket-listings', version: 2, key: keys[0] });
  expect(stuck.reason).toContain('TicketRepriced');
  expect(await view()).toMatchObject({ quarantined: 2 });

  const of = { projection: 'ticket-listings' };
  const retried = await operator.post('/api/operations/quarantine/retry', of, { 'idempotency-key': 'all' });
  expect(retried.json()).toMatchObject({ keys, obeyed: true, stuck: keys });
  const [key, other] = keys;
  const skip = (more: object, headers = {}) =>
    operator.post('/api/operations/quarantine/skip', { ...of, ...more }, headers);
  expect((await skip({ key })).json()).toMatchObject({ code: 'invalid-input', errors: [{ field: 'reason' }] });
  const reason = 'a bad import';
  const once = { 'idempotency-key': 'skip' };
  const first = await skip({ key, reason }, once);
  expect(first.json()).toMatchObject({ keys: [key], obeyed: true, stuck: [] });
  expect((await skip({ key, reason }, once)).json()).toMatchObject({ position: first.json().position });
  expect((await skip({ key, reason })).json()).toMatchObject({ status: 409, code: 'not-in-quarantine' });
  expect((await quarantine()).map((one: { key: string }) => one.key)).toEqual([other]);
  expect(await said()).toEqual([
    [userId, 'KeyRetried'],
    [userId, 'EventSkipped'],
  ]);
});
