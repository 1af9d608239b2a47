import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../cli/tests/support.ts';
import { chromiumPath, openBrowser } from './support/chromium.ts';
import { lists, newcomer } from './support/newcomer.ts';
import { type MarketProcess, newDataDir, openMarket, settings } from './support/process.ts';

const dataDir = newDataDir();
let market: MarketProcess;
let browser: Browser;
beforeAll(async () => {
  if (!chromiumPath) return;
  [market, browser] = await Promise.all([openMarket([], settings(dataDir)), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await market?.[Symbol.asyncDispose]();
});

const ways = [
  { javaScriptEnabled: true, width: 1280, how: 'with JavaScript, at a desk' },
  { javaScriptEnabled: false, width: 390, how: 'without JavaScript, on a phone' },
];

describe.runIf(chromiumPath ?? process.env.CI).for(ways)(
  '$how',
  { timeout: 120_000 },
  ({ javaScriptEnabled, width }) => {
    const signsUp = (name: string) => newcomer({ browser, baseURL: market.url, javaScriptEnabled, width }, name);

    async function operator() {
      const own = await signsUp('operator');
      const { currentUser } = await (await own.page.request.get('/api/users/currentuser')).json();
      const { code, err } = await run(['operators', 'appoint', currentUser.id, '--data-dir', dataDir]);
      if (code !== 0) throw new Error(err);
      // Another process has written it down: the market hears of it within a second.
      const answer = async () => (await own.page.request.get('/api/operations/jobs')).status();
      await expect.poll(answer, { timeout: 5000 }).toBe(200);
      return own;
    }

    /** Carries out a job and waits until it says how it ended. */
    async function does(page: Page, act: string, outcome: RegExp): Promise<void> {
      await page.goto('/operations/projections/my-orders');
      const form = page.locator('form').filter({ has: page.locator(`input[name=act][value=${act}]`) });
      const asked = form.locator('xpath=ancestor::details');
      if ((await asked.count()) > 0) await asked.locator('summary').click();
      await form.getByRole('button').click();
      await page.waitForURL(/\/operations\/jobs\//);
      await page.getByText(outcome).waitFor();
    }

    test('who is no operator is told so', async () => {
      const { page } = await signsUp('curious');
      await page.goto('/operations');
      await page.getByText('This is for those who look after the market.').waitFor();
      expect(await page.getByRole('table').count()).toBe(0);
    });

    test('an operator pauses, resumes, rebuilds, compares, switches and goes back', async () => {
      const { page, complaints } = await operator();
      await page.goto('/operations');
      await page.getByRole('link', { name: 'my-orders' }).click();
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByText('Written down.').waitFor();
      await page.getByRole('button', { name: 'Resume' }).click();
      await page.getByRole('button', { name: 'Pause' }).waitFor();

      await does(page, 'rebuild', /0 differences/);
      await does(page, 'compare', /0 differences/);
      await does(page, 'switch', /answers now, in the place of/);
      await does(page, 'rollback', /answers now, in the place of/);
      await page.goto('/operations/log');
      await page.getByText('ProjectionSwitched').first().waitFor();
      await page.getByRole('button', { name: 'Verify the log' }).click();
      await page.getByText(/0 problems found/).waitFor();
      expect(complaints).toEqual([]);
    });

    test('an operator looks an order up, sees what it set in motion, and undoes the sale', async () => {
      const seller = await signsUp('seller');
      const ticket = await lists(seller.page, 'Night Owls', '40');
      const buyer = await signsUp('buyer');
      await buyer.page.goto(ticket);
      await buyer.page.getByRole('button', { name: 'Reserve' }).click();
      await buyer.page.waitForURL(/\/orders\//);
      await buyer.page.getByLabel('Test card that pays').check();
      await buyer.page.getByRole('button', { name: /^Pay / }).click();
      await buyer.page.getByText('The ticket is yours').waitFor();

      const { page, complaints } = await operator();
      await page.goto('/operations/orders');
      await page.getByLabel('Id of an order').fill(ticket.split('/').at(-1) ?? '');
      await page.getByRole('button', { name: 'Look it up' }).click();
      await page.getByText('PaymentSucceeded').first().waitFor();
      await page.getByText('Undo this sale').click();
      await page.getByLabel('It is withdrawn').check();
      await page.getByRole('button', { name: 'Give the money back' }).click();
      await page.getByText('Written down.').waitFor();
      await expect
        .poll(async () => {
          await buyer.page.reload();
          return buyer.page.getByText('All of your money was given back').count();
        })
        .toBe(1);
      expect(complaints).toEqual([]);
    });
  },
);
