import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { emptyMarket, inBrowser, isBrowserWanted } from './support/in-browser.ts';
import { lists, newcomer, PASSWORD, pays, reserves } from './support/newcomer.ts';

const SILENCE = 'The market did not answer, so it is not known whether this was done.';

const here = inBrowser(emptyMarket);

/** Nothing reaches the market, and nothing comes from it. */
const cutOff = (page: Page, isOff: boolean) => page.context().setOffline(isOff);

describe.runIf(isBrowserWanted)('while the market does not answer', { timeout: 120_000 }, () => {
  const signsUp = (name: string) => newcomer(here.way, name);

  test('a form keeps what was typed, says so, and goes through once there is an answer', async () => {
    const { page } = await signsUp('seller');
    await page.goto('/tickets/new', { waitUntil: 'networkidle' });
    await page.getByLabel('Title').fill('Night Owls');
    await page.getByLabel('Price in EUR').fill('40');
    await cutOff(page, true);
    await page.getByRole('button', { name: 'List it for sale' }).click();
    await page.getByText(SILENCE).waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Night Owls');
    await cutOff(page, false);
    await page.getByRole('button', { name: 'List it for sale' }).click();
    await page.waitForURL(/\/tickets\/[0-9a-f-]{36}/);
  });

  test('a payment says that its outcome is not known, and sent again is made once', async () => {
    const seller = await signsUp('seller');
    const ticket = await lists(seller.page, 'Night Swans', '40');
    const { page } = await signsUp('buyer');
    const order = await reserves(page, ticket);
    await page.waitForLoadState('networkidle');
    await cutOff(page, true);
    await pays(page, 'Test card that pays');
    await page.getByText(SILENCE).waitFor();
    await cutOff(page, false);
    // Its answer is lost on the way, though it was made.
    await page.route(`**${order}`, async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      await route.abort();
    });
    const lost = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
    await page.getByRole('button', { name: /^Pay / }).click();
    await lost;
    await page.getByText('Paid. The ticket is yours.').waitFor();
    await page.unroute(`**${order}`);
    await page.goto(order);
    const steps = page.getByRole('region', { name: 'What happened' }).locator('li strong');
    expect(await steps.allTextContents()).toEqual(['Paid', 'Payment begun', 'Reserved']);
  });

  test('a page that waits for an outcome stays, and goes on when there is an answer', async () => {
    const seller = await signsUp('seller');
    const ticket = await lists(seller.page, 'Night Bats', '40');
    const { page } = await signsUp('buyer');
    const order = await reserves(page, ticket);
    await pays(page, 'Test card whose bank never answers');
    await page.getByText('This page brings itself up to date.').waitFor();
    const asked = () => page.waitForEvent('requestfailed', (request) => request.url().endsWith('/api/market'));
    await cutOff(page, true);
    await asked();
    await asked();
    expect(new URL(page.url()).pathname).toBe(order);
    await page.getByText('This page brings itself up to date.').waitFor();
    await cutOff(page, false);
    await page.waitForResponse((reply) => reply.request().headers().rsc !== undefined && reply.ok());
  });

  test('a form that is older than the market says that it must be loaded anew', async () => {
    const { page } = await signsUp('seller');
    await page.goto('/tickets/new', { waitUntil: 'networkidle' });
    await page.getByLabel('Title').fill('Night Moths');
    await page.getByLabel('Price in EUR').fill('40');
    // As a server answers that was built anew since.
    await page.route('**/tickets/new', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({
            status: 404,
            headers: { 'x-nextjs-action-not-found': '1' },
            body: 'Server action not found.',
          })
        : route.continue(),
    );
    await page.getByRole('button', { name: 'List it for sale' }).click();
    await page.getByText('This page is older than the market').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Night Moths');
  });

  test('signing in asks for the password again, and for nothing else', async () => {
    const { email } = await signsUp('reader');
    const page = await here.browser.newPage({ baseURL: here.market.url });
    await page.goto('/signin', { waitUntil: 'networkidle' });
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await cutOff(page, true);
    await page.locator('form').getByRole('button', { name: 'Sign in' }).click();
    await page.getByText(SILENCE).waitFor();
    expect(await page.getByLabel('E-mail').inputValue()).toBe(email);
    await cutOff(page, false);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.locator('form').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
  });
});
