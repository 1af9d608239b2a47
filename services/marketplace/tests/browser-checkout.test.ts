import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { demoMarket, inBrowser, isBrowserWanted } from './support/in-browser.ts';
import { lists, newcomer, views } from './support/newcomer.ts';

const here = inBrowser(demoMarket, { opening: 60_000 });

/** Presses Tab until what has the focus is of this role and name, as it is read aloud. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    const seen = (await focused.count()) === 0 ? '' : await focused.ariaSnapshot();
    if (name.test(seen)) return;
  }
  throw new Error(`nothing that is named like ${name} can be reached by Tab`);
}

describe.runIf(isBrowserWanted).for(views)('$how', { timeout: 90_000 }, ({ javaScriptEnabled, width }) => {
  test('one buys by keyboard alone, and the page tells each step with its time', async () => {
    const way = { ...here.way, javaScriptEnabled, width };
    const title = `Night Owls ${width}`;
    const seller = await newcomer(way, 'seller');
    await lists(seller.page, title, '40');
    const { page, complaints } = await newcomer(way, 'buyer');

    await page.goto('/');
    await tabTo(page, /(searchbox|combobox) "Search"/);
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=Night/);
    await page.getByRole('heading', { name: title, exact: true }).waitFor();
    await tabTo(page, new RegExp(`link "${title}"`));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tickets\//);
    await page.getByRole('button', { name: 'Reserve' }).waitFor();
    await tabTo(page, /button "Reserve/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/orders\//);
    await page.getByText('The ticket is held for you').waitFor();
    await tabTo(page, /radio "Test card that pays/);
    await tabTo(page, /button "Pay /);
    await page.keyboard.press('Enter');
    await page.getByText('Paid. The ticket is yours.').waitFor();

    const steps = page.getByRole('region', { name: 'What happened' }).locator('li strong');
    await expect.poll(() => steps.allTextContents()).toEqual(['Paid', 'Payment begun', 'Reserved']);
    await page.getByLabel('Moment (UTC)').fill('2020-01-01T00:00');
    await page.getByRole('button', { name: 'Show it as it was' }).click();
    await page.getByText('It was not there yet.').waitFor();
    expect(complaints).toEqual([]);
  });
});
