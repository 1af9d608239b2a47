import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { goesBack, tabThrough } from './support/focus.ts';
import { emptyMarket, inBrowser, isBrowserWanted } from './support/in-browser.ts';
import { lists, newcomer, reserves } from './support/newcomer.ts';

const here = inBrowser(emptyMarket);

const focused = (page: Page) => page.locator(':focus');

/** What is said of the input with the focus beside its name. */
async function description(page: Page): Promise<string> {
  const ids = (await focused(page).getAttribute('aria-describedby'))?.split(' ') ?? [];
  return (await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).textContent()))).join(' ');
}

describe.runIf(isBrowserWanted).for([
  { width: 1280, how: 'at a desk' },
  { width: 390, how: 'on a phone' },
])('the focus $how', { timeout: 120_000 }, ({ width }) => {
  const signsUp = (name: string) => newcomer({ ...here.way, width }, name);

  test('goes through each page as the eye does, and first to the link that skips what is on all pages', async () => {
    const seller = await signsUp('seller');
    const ticket = await lists(seller.page, `Night Owls ${width}`, '40');
    await lists(seller.page, `Night Swans ${width}`, '30');
    const { page } = await signsUp('buyer');
    const visitor = await here.browser.newPage({ baseURL: here.market.url, viewport: { width, height: 900 } });
    const wrong: Record<string, readonly string[]> = {};
    async function follow(on: Page, path: string, last: string): Promise<void> {
      await on.goto(path, { waitUntil: 'networkidle' });
      const stops = await tabThrough(on);
      const names = stops.map(({ name }) => name);
      expect(names[0]).toBe('Skip to content');
      expect(names).toContain(last);
      expect(goesBack(stops.toReversed())).not.toEqual([]);
      wrong[path] = goesBack(stops);
    }
    await follow(visitor, '/signin', 'Sign in');
    await follow(visitor, '/', 'Search');
    await follow(visitor, '/?city=Berlin&max=100', 'Search');
    await follow(page, ticket, 'Reserve for €42.00');
    await follow(seller.page, '/tickets/new', 'List it for sale');
    const order = await reserves(page, ticket);
    await follow(page, order, 'Pay €42.00');
    expect(wrong).toEqual(Object.fromEntries(Object.keys(wrong).map((path) => [path, []])));
  });

  test('is past the header once one has skipped it', async () => {
    const { page } = await signsUp('reader');
    await page.goto('/tickets/new');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused(page).getAttribute('name')).toBe('title');
  });
});

describe.runIf(isBrowserWanted).for([
  { javaScriptEnabled: true, how: 'with JavaScript' },
  { javaScriptEnabled: false, how: 'without JavaScript' },
])('the focus $how', { timeout: 60_000 }, ({ javaScriptEnabled }) => {
  const signsUp = (name: string) => newcomer({ ...here.way, javaScriptEnabled, width: 390 }, name);

  test('goes to the first input that is wrong, and what is wrong is said of it', async () => {
    const { page } = await signsUp('seller');
    await page.goto('/tickets/new');
    await page.getByLabel('Title').fill('Owls');
    await page.getByLabel('Number of tickets').fill('2');
    await page.getByLabel('Price in EUR').fill('a lot');
    await page.getByRole('button', { name: 'List it for sale' }).click();
    await page.getByText('Must be an amount, as 45 or 12.50.').waitFor();
    await expect.poll(async () => (await focused(page).count()) && focused(page).getAttribute('name')).toBe('price');
    expect(await description(page)).toContain('Must be an amount, as 45 or 12.50.');

    await page.goto('/account');
    await page.getByLabel('Password as it is now').fill('not the password');
    await page.getByLabel('New password').fill('staple after staple');
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('This is not your password.').waitFor();
    await expect.poll(async () => (await focused(page).count()) && focused(page).getAttribute('name')).toBe('password');
    expect(await description(page)).toContain('This is not your password.');
  });

  test('stays with what opened something when it closes', async () => {
    const { page } = await signsUp('seller');
    const ticket = await lists(page, 'Owls', '40');
    for (const [path, opener] of [
      ['/', 'Price, place and date'],
      [ticket, 'Withdraw it from sale'],
    ] as const) {
      await page.goto(path);
      const summary = page.locator('summary', { hasText: opener });
      await summary.focus();
      for (const isOpen of [true, false]) {
        await page.keyboard.press('Enter');
        const opened = page.locator('details[open]', { has: summary });
        await opened.waitFor({ state: isOpen ? 'attached' : 'detached' });
        expect(await focused(page).textContent()).toContain(opener);
      }
    }
  });

  test('is where it was when another language or other colours are chosen', async () => {
    const { page } = await signsUp('reader');
    await page.goto('/orders');
    await page.getByRole('button', { name: 'Dark' }).focus();
    await page.keyboard.press('Enter');
    // Loaded to its end: before that the browser has not gone to where the page goes on.
    await page.waitForURL('/orders#preferences');
    await page.locator('html[data-theme=dark]').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page).locator('xpath=ancestor::form').getAttribute('action')).toBe('/preferences');
  });
});
