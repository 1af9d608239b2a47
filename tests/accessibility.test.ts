import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { picturedPages } from '../scripts/docs/pages.ts';
import { pastOf } from '../scripts/screenshots/past.ts';
import { type Scene, scenes } from '../scripts/screenshots/scenes.ts';
import { play } from '../scripts/screenshots/story.ts';
import { chromiumPath, cookiesFor, openBrowser } from '../services/marketplace/tests/support/chromium.ts';
import { demoMarket, isBrowserWanted } from '../services/marketplace/tests/support/in-browser.ts';
import { type MarketProcess, newDataDir } from '../services/marketplace/tests/support/process.ts';

const dataDir = newDataDir();
let market: MarketProcess;
let browser: Browser;
let all: readonly Scene[];
beforeAll(async () => {
  if (!chromiumPath) return;
  const past = await pastOf(dataDir);
  [market, browser] = await Promise.all([demoMarket(dataDir), openBrowser()]);
  all = scenes(await play(market.url, dataDir), past);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await market?.[Symbol.asyncDispose]();
});

interface View {
  readonly name: string;
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

/** What is wrong with a page, a line for each: opened once, and looked at in every view. */
async function violations({ path, who = {} }: Scene, locale: string, views: readonly View[]): Promise<string[]> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await context.addCookies(cookiesFor(market.url, { ...who, locale }));
  const page = await context.newPage();
  await page.goto(market.url + path, { waitUntil: 'load' });
  await page.evaluate(axe.source);
  const wrong: string[] = [];
  for (const { name, width, colorScheme } of views) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const found = (await page.evaluate('axe.run(document)')) as axe.AxeResults;
    for (const { id, nodes } of found.violations)
      for (const { target, html } of nodes) wrong.push(`${name}: ${id}: ${target} ${html}`);
  }
  await context.close();
  return wrong;
}

const desk: View = { name: 'light, at a desk', width: 1280, colorScheme: 'light' };
const phone: View = { name: 'dark, on a phone', width: 390, colorScheme: 'dark' };
const lightPhone: View = { name: 'light, on a phone', width: 390, colorScheme: 'light' };

describe.runIf(isBrowserWanted).for([
  { direction: 'left to right', locale: 'en', views: [desk, phone] },
  { direction: 'right to left', locale: 'ar', views: [lightPhone] },
])('everybody can use the pages (from $direction)', { timeout: 240_000 }, ({ locale, views }) => {
  test('in every state', async () => {
    const wrong: Record<string, string[]> = {};
    const rest = all.values();
    const look = async () => {
      for (const scene of rest) {
        const found = await violations(scene, locale, views);
        if (found.length > 0) wrong[scene.name] = found;
      }
    };
    // While the market makes one page, the browser looks at another.
    await Promise.all([look(), look()]);
    expect(wrong).toEqual({});
    expect(all.length).toBeGreaterThan(25);
  });
});

test.runIf(isBrowserWanted)('there is a picture of every page in every state', () => {
  expect(picturedPages(), 'run: pnpm screenshots && npx node scripts/docs.ts').toEqual(
    all.map(({ name }) => name).toSorted(),
  );
});
