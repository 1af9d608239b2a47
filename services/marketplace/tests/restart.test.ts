import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activity, perform } from './support/activity.ts';
import { testMarket } from './support/market.ts';
import { dump } from './support/read-models.ts';

test('a restart rebuilds the read models byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(activity, async (acts) => {
      let before: string;
      let dataDir: string;
      {
        await using market = await testMarket();
        await perform(market, acts);
        dataDir = market.dataDir;
        before = await dump(market.parts.readModels, market.parts.log);
      }
      await using again = await testMarket({ dataDir });
      expect(await dump(again.parts.readModels, again.parts.log)).toBe(before);
      expect(before).toContain('ticket-listings\n{');
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('a hold runs out though the market was closed in the meantime', async () => {
  let now = Date.parse('2027-01-01T00:00:00.000Z');
  const clock = { now: () => new Date(now).toISOString() };
  let dataDir: string;
  let ticketId: string;
  {
    await using market = await testMarket({ clock });
    dataDir = market.dataDir;
    const seller = await market.person();
    ticketId = (await seller.lists()).id;
    await (await market.person()).reserves(ticketId);
  }
  now += 901_000;
  await using again = await testMarket({ clock, dataDir });
  const status = async () => (await again.app.inject(`/api/tickets/${ticketId}`)).json().status;
  await expect.poll(status).toBe('available');
});

test('whoever was signed in stays so, whoever had signed out does not', async () => {
  let dataDir: string;
  let stays: Record<string, string>;
  let left: Record<string, string>;
  {
    await using market = await testMarket();
    dataDir = market.dataDir;
    const one = await market.person();
    const two = await market.person();
    stays = { ...one.cookies };
    left = { ...two.cookies };
    await two.post('/api/users/signout', {});
  }
  await using again = await testMarket({ dataDir });
  expect((await again.app.inject({ url: '/api/orders', cookies: stays })).statusCode).toBe(200);
  expect((await again.app.inject({ url: '/api/orders', cookies: left })).statusCode).toBe(401);
});
