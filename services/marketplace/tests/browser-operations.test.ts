import { describe, expect, test } from 'vitest';
import { browserOperationsSuite } from './browser-operations.suite.ts';
import { emptyMarket, inBrowser, isBrowserWanted } from './support/in-browser.ts';
import { newcomer, views } from './support/newcomer.ts';
import { newDataDir } from './support/process.ts';

const dataDir = newDataDir();
const here = inBrowser(() => emptyMarket(dataDir));

describe.runIf(isBrowserWanted).for(views)('$how', { timeout: 120_000 }, (view) => {
  browserOperationsSuite(() => ({ ...here.way, place: ['--data-dir', dataDir] }), view);

  test('who is no operator is told so', async () => {
    const { page } = await newcomer({ ...here.way, ...view }, 'curious');
    await page.goto('/operations');
    await page.getByText('This is for those who look after the market.').waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
  });
});
