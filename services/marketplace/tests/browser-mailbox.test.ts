import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser } from './support/chromium.ts';
import { lists, newcomer as signsUp } from './support/newcomer.ts';
import { type MarketProcess, newDataDir, openMarket, settings } from './support/process.ts';

describe.runIf(chromiumPath ?? process.env.CI).for([
  { javaScriptEnabled: true, width: 1280, how: 'with JavaScript, at a desk' },
  { javaScriptEnabled: false, width: 390, how: 'without JavaScript, on a phone' },
])('the mailbox $how', { timeout: 60_000 }, ({ javaScriptEnabled, width }) => {
  let market: MarketProcess;
  let browser: Browser;
  beforeAll(async () => {
    [market, browser] = await Promise.all([openMarket([], settings(newDataDir())), openBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await market[Symbol.asyncDispose]();
  });

  test('holds the mails of a purchase, the newest first, to the buyer alone', async () => {
    const way = { browser, baseURL: market.url, javaScriptEnabled, width };
    const seller = await signsUp(way, 'seller');
    const { page, complaints } = await signsUp(way, 'buyer');
    await page.goto('/mailbox');
    await page.getByText('There are no mails yet').waitFor();
    await page.getByText('nothing leaves this machine').waitFor();

    const title = 'Owls & <Others>: live';
    await page.goto(await lists(seller.page, title, '40'));
    await page.getByRole('button', { name: 'Reserve for €42.00' }).click();
    await page.getByLabel('Test card that pays').check();
    await page.getByRole('button', { name: 'Pay €42.00' }).click();
    await page.getByText('Paid. The ticket is yours.').waitFor();
    const order = page.url();

    await page.goto('/mailbox');
    const mails = page.locator('main li a');
    await expect
      .poll(() => page.reload().then(() => mails.allTextContents()), { timeout: 15_000 })
      .toEqual([`Paid: ${title}`, `Reserved for you: ${title}`]);
    await mails.first().click();
    await page.getByRole('heading', { name: `Paid: ${title}` }).waitFor();
    await page.getByText('€42.00 has been paid, and the ticket is yours.').first().waitFor();
    const mail = page.url();
    await page.getByRole('link', { name: 'See the order' }).click();
    await page.waitForURL(order);

    const others = await seller.page.goto(mail);
    expect(await others?.text()).toContain('There is nothing here');
    await seller.page.goto('/mailbox');
    await expect
      .poll(() => seller.page.reload().then(() => seller.page.locator('main li a').allTextContents()))
      .toEqual([`Sold: ${title}`]);
    expect(complaints).toEqual([]);
  });
});
