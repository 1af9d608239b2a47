import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserLiveSuite } from './browser-live.suite.ts';
import { chromiumPath, openBrowser } from './support/chromium.ts';
import { lists, newcomer } from './support/newcomer.ts';
import { type MarketProcess, newDataDir, openMarket, settings } from './support/process.ts';

let market: MarketProcess;
let browser: Browser;
beforeAll(async () => {
  if (!chromiumPath) return;
  [market, browser] = await Promise.all([openMarket(['--empty'], settings(newDataDir())), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await market?.[Symbol.asyncDispose]();
});

describe.runIf(chromiumPath ?? process.env.CI)('two people', () => {
  browserLiveSuite(() => ({ browser, url: market.url }), 20);
});

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
    await onlooker.page.getByText('Swans at Dawn').waitFor({ state: 'detached' });
    expect(onlooker.complaints).toEqual([]);
  },
);
