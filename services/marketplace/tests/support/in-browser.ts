import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { chromiumPath, openBrowser } from './chromium.ts';
import type { Way } from './newcomer.ts';
import { newDataDir, openMarket, settings } from './process.ts';

interface Opened extends AsyncDisposable {
  readonly url: string;
}

/** Milliseconds that the market and the browser have to open, and to close. */
interface Times {
  readonly opening?: number;
  readonly closing?: number;
}

/** To be asked for in tests and hooks: before them there is none yet. */
export interface InBrowser<Market> {
  readonly market: Market;
  readonly browser: Browser;
  /** How people come to the market. */
  readonly way: Way;
}

/** Where there is no browser its tests are left out; in CI they fail. */
export const isBrowserWanted = Boolean(chromiumPath ?? process.env.CI);

/** A market and a browser for the tests of this file or block, from before the first to after the last of them. */
export function inBrowser<Market extends Opened>(
  open: () => Promise<Market>,
  { opening = 120_000, closing }: Times = {},
): InBrowser<Market> {
  let market: Market;
  let browser: Browser;
  beforeAll(async () => {
    if (!chromiumPath) return;
    [market, browser] = await Promise.all([open(), openBrowser()]);
  }, opening);
  afterAll(async () => {
    await browser?.close();
    await market?.[Symbol.asyncDispose]();
  }, closing);
  return {
    get market() {
      return market;
    },
    get browser() {
      return browser;
    },
    get way() {
      return { browser, baseURL: market.url };
    },
  };
}

/** A market in a process of its own, with nothing for sale. */
export const emptyMarket = (dataDir = newDataDir()) => openMarket(['--empty'], settings(dataDir));

/** The same with the tickets of the demo. */
export const demoMarket = (dataDir = newDataDir()) => openMarket([], settings(dataDir));
