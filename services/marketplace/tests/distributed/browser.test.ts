import { mongodPath, natsStreamingPath } from '@boxoffice/common/testing';
import { describe } from 'vitest';
import { browserSuite } from '../browser.suite.ts';
import { browserLiveSuite } from '../browser-live.suite.ts';
import { browserOperationsSuite } from '../browser-operations.suite.ts';
import { chromiumPath } from '../support/chromium.ts';
import { inBrowser } from '../support/in-browser.ts';
import { startDistributedMarket } from './support/distributed-market.ts';

const isPossible = chromiumPath && mongodPath && natsStreamingPath;

describe.runIf(isPossible)('in a browser, in a process for each role', { timeout: 120_000 }, () => {
  const here = inBrowser(() => startDistributedMarket({ pages: true }), { opening: 240_000 });

  const opened = () => ({ ...here.way, place: ['--mongo', here.market.servers.MONGODB_URL] });

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
