import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoMarket, inBrowser, isBrowserWanted } from './support/in-browser.ts';
import { lists, newcomer, views } from './support/newcomer.ts';

const here = inBrowser(demoMarket, { opening: 60_000 });
let ticket: string;
beforeAll(async () => {
  if (!here.browser) return;
  const { page } = await newcomer(here.way, 'seller');
  await lists(page, 'Owls of the North', '40');
  ticket = await lists(page, 'Night Owls', '50');
  await page.goto(`${ticket}/edit`);
  await page.getByLabel('Price in EUR').fill('45');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/done=changed/);
}, 60_000);

async function visitor(javaScriptEnabled: boolean, width: number): Promise<Page> {
  const context = await here.browser.newContext({
    javaScriptEnabled,
    viewport: { width, height: 900 },
    baseURL: here.market.url,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

describe.runIf(isBrowserWanted).for(views)('$how', { timeout: 60_000 }, ({ javaScriptEnabled, width }) => {
  test('one finds by keyboard what one has begun to type', async () => {
    const page = await visitor(javaScriptEnabled, width);
    await page.goto('/');
    const search = page.getByLabel('Search', { exact: true });
    await search.focus();
    await page.keyboard.type('night ow');
    if (javaScriptEnabled) await page.locator('datalist option[value="Night Owls"]').waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=night/);
    await page.getByRole('heading', { name: 'Night Owls' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Owls of the North' }).count()).toBe(0);
  });

  test('more tickets than are sold together are not found, and one may look wider', async () => {
    const page = await visitor(javaScriptEnabled, width);
    await page.goto('/?q=owls&quantity=4');
    const found = page.getByRole('heading', { name: 'Night Owls' });
    expect(await found.count()).toBe(0);
    await page.getByRole('link', { name: 'Any number' }).click();
    await found.waitFor();
  });

  test('the page of a ticket shows its prices over time, how it was before, and what is like it', async () => {
    const page = await visitor(javaScriptEnabled, width);
    await page.goto(ticket);
    const prices = page.getByRole('region', { name: 'Price over time' });
    expect(await prices.locator('tbody tr').count()).toBe(2);
    await page.getByRole('region', { name: 'More from this seller' }).getByText('Owls of the North').waitFor();
    await page.getByLabel('Moment (UTC)').fill('2020-01-01T00:00');
    await page.getByRole('button', { name: 'Show it as it was' }).click();
    await page.getByText('It was not there yet.').waitFor();
  });
});
