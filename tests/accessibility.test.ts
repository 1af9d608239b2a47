import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pastOf } from '../scripts/screenshots/past.ts';
import { type Scene, scenes } from '../scripts/screenshots/scenes.ts';
import { play } from '../scripts/screenshots/story.ts';
import { chromiumPath, openBrowser } from '../services/marketplace/tests/support/chromium.ts';
import { type MarketProcess, newDataDir, openMarket, settings } from '../services/marketplace/tests/support/process.ts';

const dataDir = newDataDir();
let market: MarketProcess;
let browser: Browser;
let all: readonly Scene[];
beforeAll(async () => {
  if (!chromiumPath) return;
  const past = await pastOf(dataDir);
  [market, browser] = await Promise.all([openMarket([], settings(dataDir)), openBrowser()]);
  all = scenes(await play(market.url, dataDir), past);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await market?.[Symbol.asyncDispose]();
});

/** What is wrong with a page, a line for each. */
async function violations({ path, who = {} }: Scene, cookies: Record<string, string>, width: number) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const jar = Object.entries({ ...who, ...cookies }).map(([name, value]) => ({ name, value, url: market.url }));
  await context.addCookies(jar);
  const page = await context.newPage();
  await page.goto(market.url + path, { waitUntil: 'load' });
  await page.evaluate(axe.source);
  const found = (await page.evaluate('axe.run(document)')) as axe.AxeResults;
  await context.close();
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html}`));
}

describe.runIf(chromiumPath ?? process.env.CI).for([
  { view: 'light, at a desk', cookies: { theme: 'light' }, width: 1280 },
  { view: 'dark, on a phone', cookies: { theme: 'dark' }, width: 390 },
  { view: 'from right to left', cookies: { theme: 'light', locale: 'ar' }, width: 390 },
])('everybody can use the pages ($view)', { timeout: 240_000 }, ({ cookies, width }) => {
  test('in every state', async () => {
    const wrong: Record<string, string[]> = {};
    for (const scene of all) {
      const found = await violations(scene, cookies, width);
      if (found.length > 0) wrong[scene.name] = found;
    }
    expect(wrong).toEqual({});
    expect(all.length).toBeGreaterThan(25);
  });
});
