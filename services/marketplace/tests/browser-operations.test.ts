import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserOperationsSuite } from './browser-operations.suite.ts';
import { chromiumPath, openBrowser } from './support/chromium.ts';
import { newcomer, views } from './support/newcomer.ts';
import { type MarketProcess, newDataDir, openMarket, settings } from './support/process.ts';

const dataDir = newDataDir();
let market: MarketProcess;
let browser: Browser;
beforeAll(async () => {
  if (!chromiumPath) return;
  [market, browser] = await Promise.all([openMarket(['--empty'], settings(dataDir)), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await market?.[Symbol.asyncDispose]();
});

describe.runIf(chromiumPath ?? process.env.CI).for(views)('$how', { timeout: 120_000 }, (view) => {
  browserOperationsSuite(() => ({ browser, url: market.url, place: ['--data-dir', dataDir] }), view);

  test('who is no operator is told so', async () => {
    const { page } = await newcomer({ browser, baseURL: market.url, ...view }, 'curious');
    await page.goto('/operations');
    await page.getByText('This is for those who look after the market.').waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
  });
});
