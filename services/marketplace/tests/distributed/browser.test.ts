import { mongodPath, natsStreamingPath } from '@boxoffice/common/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { browserSuite } from '../browser.suite.ts';
import { browserLiveSuite } from '../browser-live.suite.ts';
import { browserOperationsSuite } from '../browser-operations.suite.ts';
import { chromiumPath, openBrowser } from '../support/chromium.ts';
import { type DistributedMarket, startDistributedMarket } from './support/distributed-market.ts';

const isPossible = chromiumPath && mongodPath && natsStreamingPath;

describe.runIf(isPossible)('in a browser, in a process for each role', { timeout: 120_000 }, () => {
  let market: DistributedMarket;
  let browser: Browser;
  beforeAll(async () => {
    [market, browser] = await Promise.all([startDistributedMarket({ pages: true }), openBrowser()]);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await market?.[Symbol.asyncDispose]();
  });

  const opened = () => ({ browser, url: market.url, place: ['--mongo', market.servers.MONGODB_URL] });

  // In one process people come the other way round: with scripts at a desk, without on a phone.
  describe('with JavaScript, on a phone', () => {
    browserSuite(opened, { javaScriptEnabled: true, width: 390 });
    browserOperationsSuite(opened, { javaScriptEnabled: true, width: 390 });
  });
  describe('without JavaScript, at a desk', () => {
    browserSuite(opened, { javaScriptEnabled: false, width: 1280 });
  });

  browserLiveSuite(opened, 5);
});
