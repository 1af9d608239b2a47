import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LiveMarket, listens, liveSuite } from './live.suite.ts';
import { type TestMarket, testMarket } from './support/market.ts';
import { newcomer, sendTo } from './support/person.ts';
import { toldOf } from './support/told.ts';

let market: TestMarket;
let live: LiveMarket;
beforeAll(async () => {
  market = await testMarket();
  const url = await market.app.listen({ host: '127.0.0.1', port: 0 });
  live = { url, person: () => newcomer(sendTo(url)) };
});
afterAll(() => market[Symbol.asyncDispose]());

liveSuite(() => live);

test('100 clients are told of each change, in order and within a second', async () => {
  const { revisions, times } = await toldOf(market.parts.log, [live.url], 100, 20);
  expect(new Set(revisions.map(String))).toEqual(new Set([String(Array.from({ length: 20 }, (_, at) => at + 2))]));
  expect(times[Math.ceil(times.length * 0.95) - 1]).toBeLessThan(1000);
});

test('a market that closes ends its streams in good order', async () => {
  await using closing = await testMarket();
  const url = await closing.app.listen({ host: '127.0.0.1', port: 0 });
  await using listening = await listens(url, await closing.person(), 'orders=mine');
  await listening.until(({ event }) => event === 'ready');
  const closed = closing[Symbol.asyncDispose]();
  await expect(listening.ended).resolves.toBeUndefined();
  closing.app.server.closeIdleConnections();
  await closed;
});
