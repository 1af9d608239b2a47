import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumPath, openBrowser } from './support/chromium.ts';
import { lists, newcomer } from './support/newcomer.ts';
import { type MarketProcess, newDataDir, openMarket, settings } from './support/process.ts';

const ROUNDS = 20;

let market: MarketProcess;
let browser: Browser;
beforeAll(async () => {
  if (!chromiumPath) return;
  [market, browser] = await Promise.all([openMarket([], settings(newDataDir())), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await market?.[Symbol.asyncDispose]();
});

test.runIf(chromiumPath ?? process.env.CI)(
  `what another does is seen on an open page, ${ROUNDS} times`,
  { timeout: 180_000 },
  async () => {
    const way = { browser, baseURL: market.url };
    const seller = await newcomer(way, 'seller');
    const ticket = await lists(seller.page, 'Night Owls', '40');
    const [buyer, onlooker] = [await newcomer(way, 'buyer'), await newcomer(way, 'onlooker')];
    await onlooker.page.goto(ticket);
    const reserve = onlooker.page.getByRole('button', { name: 'Reserve' });
    await reserve.waitFor();

    const waits: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await buyer.page.goto(ticket);
      await buyer.page.getByRole('button', { name: 'Reserve' }).click();
      await buyer.page.waitForURL(/\/orders\//, { waitUntil: 'commit' });
      const began = performance.now();
      await onlooker.page.getByText('This ticket has just been reserved.').waitFor();
      await reserve.waitFor({ state: 'detached' });
      waits.push(performance.now() - began);
      await buyer.page.getByRole('button', { name: 'Cancel' }).click();
      await reserve.waitFor();
    }
    const p95 = waits.toSorted((a, b) => a - b)[Math.ceil(ROUNDS * 0.95) - 1];
    process.stdout.write(`seen on an open page after ${Math.round(p95 ?? 0)} ms (p95 of ${ROUNDS})\n`);
    expect(onlooker.complaints).toEqual([]);
  },
);

test.runIf(chromiumPath ?? process.env.CI)(
  'a list says that something in it has changed',
  { timeout: 60_000 },
  async () => {
    const way = { browser, baseURL: market.url };
    const seller = await newcomer(way, 'seller');
    const ticket = await lists(seller.page, 'Swans at Dawn', '40');
    const onlooker = await newcomer(way, 'onlooker');
    await onlooker.page.goto('/?q=swans');
    await onlooker.page.getByText('Swans at Dawn').waitFor();
    const buyer = await newcomer(way, 'buyer');
    await buyer.page.goto(ticket);
    await buyer.page.getByRole('button', { name: 'Reserve' }).click();
    await onlooker.page.getByText('Something in this list has just changed.').waitFor();
    await expect.poll(() => onlooker.page.getByText('Swans at Dawn').count()).toBe(0);
    expect(onlooker.complaints).toEqual([]);
  },
);
