import { describe, expect, test } from 'vitest';
import { demoMarket, inBrowser, isBrowserWanted } from './support/in-browser.ts';
import { lists, newcomer as signsUp, views } from './support/newcomer.ts';

describe.runIf(isBrowserWanted).for(views)('the mailbox $how', { timeout: 60_000 }, ({ javaScriptEnabled, width }) => {
  const here = inBrowser(demoMarket, { opening: 60_000 });

  test('holds the mails of a purchase, the newest first, to the buyer alone', async () => {
    const way = { ...here.way, javaScriptEnabled, width };
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
