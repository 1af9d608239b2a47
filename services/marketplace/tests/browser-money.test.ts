import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { inBrowser, isBrowserWanted } from './support/in-browser.ts';
import { lists, newcomer, pays, reserves, views } from './support/newcomer.ts';
import { pagedMarket } from './support/paged-market.ts';

/** Seconds, and one more: of a hold, and of the bank that is later than any. */
const [HOLD, BANK] = [901, 3601];
const LATE = 'Test card whose bank takes longer than any hold';

const here = inBrowser(pagedMarket, { closing: 60_000 });
// Pages that are left open would go on asking how things stand.
afterEach(() => Promise.all((here.browser?.contexts() ?? []).map((context) => context.close())));

describe.runIf(isBrowserWanted).for(views)('$how', { timeout: 120_000 }, (view) => {
  const signsUp = (name: string) => newcomer({ ...here.way, ...view }, name);

  /** Somebody has listed a ticket, and somebody else has reserved it. */
  async function reserved(title: string) {
    const seller = await signsUp('seller');
    const ticket = await lists(seller.page, `${title} ${view.width}`, '40');
    const buyer = await signsUp('buyer');
    const order = await reserves(buyer.page, ticket);
    await buyer.page.getByText('The ticket is held for you').waitFor();
    return { ...buyer, ticket, order, orderId: order.split('/').at(-1) ?? '' };
  }

  /** What the open page says once these words are there: by itself with scripts, without when it is asked again. */
  async function says(page: Page, order: string, words: string): Promise<string> {
    const main = page.locator('main');
    const look = () => (view.javaScriptEnabled ? undefined : page.goto(order));
    await expect
      .poll(() => Promise.resolve(look()).then(() => main.textContent()), { timeout: 30_000 })
      .toContain(words);
    // biome-ignore lint/performance/useDomNodeTextContent: only what is shown is read
    const said = (await main.innerText()).replace(/\s+/g, ' ');
    expect(said).not.toMatch(/undefined|NaN|sandbox_|Order[A-Z]|Payment[A-Z]|order-|[0-9a-f]{8}-[0-9a-f]{4}/);
    return said;
  }

  const steps = (page: Page) =>
    page.getByRole('region', { name: 'What happened' }).locator('li strong').allTextContents();
  const payButtons = (page: Page) => page.getByRole('button', { name: /^Pay/ }).count();

  test('a hold that runs out is said to have, to cost nothing, and what can be done', async () => {
    const { page, complaints, ticket, order, orderId } = await reserved('Out of Time');
    if (view.javaScriptEnabled) {
      await page.clock.install();
      await page.reload();
      await page
        .getByRole('timer')
        .getByText(/^1[45]:\d\d left$/)
        .waitFor();
      await page.clock.fastForward(HOLD * 1000);
      await page.getByText('The time is up. Looking how things stand…').waitFor();
    }
    here.market.pass(HOLD);
    const said = await says(page, order, 'The time to pay ran out.');
    expect(said).toContain('The time to pay ran out. No money was taken. See whether the ticket is still for sale');
    expect([await payButtons(page), await page.getByRole('timer').count()]).toEqual([0, 0]);
    expect(await steps(page)).toEqual(['The time to pay ran out', 'Reserved']);
    expect(await here.market.charges(orderId)).toEqual([]);
    await page.getByRole('link', { name: 'See whether the ticket is still for sale' }).click();
    await page.waitForURL(`**${ticket}`);
    await page.getByRole('button', { name: 'Reserve for €42.00' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('who pays on a page that has not heard of the end is told, and pays nothing', async () => {
    const { page, order, orderId } = await reserved('Unheard');
    await page.route('**/api/stream?*', (route) => route.abort());
    await page.goto(order);
    here.market.pass(HOLD);
    const status = async () => (await (await page.request.get(`/api${order}`)).json()).status;
    await expect.poll(status, { timeout: 10_000 }).toBe('expired');
    await pays(page, 'Test card that pays');
    await page.getByText('The time to pay ran out, so this was not done. Reserve the ticket again').waitFor();
    await page.getByText('No money was taken.').waitFor();
    expect(await here.market.charges(orderId)).toEqual([]);
  });

  test('a card that is declined costs neither money nor the hold, and another one pays', async () => {
    const { page, complaints, order } = await reserved('Declined');
    await pays(page, 'Test card that is declined');
    await page.getByText('The payment was declined. No money was taken. Choose another payment method').waitFor();
    await pays(page, 'Test card without funds');
    const said = await says(page, order, '2 payments were declined. No money was taken: choose another way to pay.');
    expect(said).toContain('The ticket is held for you until');
    await pays(page, 'Test card that pays');
    expect(await says(page, order, 'Paid. The ticket is yours.')).toContain('€42.00 was taken.');
    const declined = ['Payment declined', 'Payment begun'];
    expect(await steps(page)).toEqual(['Paid', 'Payment begun', ...declined, ...declined, 'Reserved']);
    expect(complaints).toEqual([]);
  });

  test('money that comes after the hold buys the ticket, if it is still free', async () => {
    const { page, complaints, order } = await reserved('Late');
    await pays(page, LATE);
    const waiting = await says(page, order, 'Your bank takes its time.');
    expect(waiting).toContain('€42.00 and has not said yet whether it goes through. The ticket is held for you until');
    here.market.pass(HOLD);
    const open = await says(page, order, 'The time to pay ran out.');
    expect(open).toContain('A payment was still under way, and we have not heard that it was taken.');
    expect(open).toContain('if not, all of the money goes back to you. Either way it happens by itself.');
    expect(open).not.toContain('No money was taken');
    here.market.pass(BANK);
    const paid = await says(page, order, 'Paid. The ticket is yours.');
    expect(paid).toContain('The payment came when the hold had ended, and the ticket was still free.');
    const told = ['Paid', 'The time to pay ran out', 'The bank takes its time', 'Payment begun', 'Reserved'];
    expect(await steps(page)).toEqual(told);
    expect(complaints).toEqual([]);
  });

  test('money that comes when somebody else has the ticket goes back by itself', async () => {
    const { page, complaints, ticket, order } = await reserved('Too late');
    await pays(page, LATE);
    await says(page, order, 'Your bank takes its time.');
    here.market.pass(HOLD);
    await says(page, order, 'The time to pay ran out.');
    const other = await signsUp('other');
    await reserves(other.page, ticket);
    await pays(other.page, 'Test card that pays');
    await other.page.getByText('Paid. The ticket is yours.').waitFor();
    here.market.pass(BANK);
    const back = await says(page, order, 'All of your money was given back.');
    expect(back).toContain('Your payment came when the order had ended, and by then you could not have the ticket');
    expect(back).toContain('€42.00 went back the way it came on');
    expect(back).toContain('Your bank may take a few days to show it. Look for others like it');
    const money = ['Money given back', 'Money on its way back'];
    const told = [...money, 'The time to pay ran out', 'The bank takes its time', 'Payment begun', 'Reserved'];
    expect(await steps(page)).toEqual(told);
    expect(complaints).toEqual([]);
  });

  test('an order is cancelled for nothing, and while a bank takes its time for what may come of it', async () => {
    const { page, complaints, order } = await reserved('Not this one');
    await page.getByText('Nothing is paid, and the ticket is for sale again at once.').waitFor();
    await page.getByRole('button', { name: 'Cancel the order' }).click();
    const said = await says(page, order, 'You cancelled this order.');
    expect(said).toContain('You cancelled this order. No money was taken. See whether the ticket is still for sale');
    expect(await steps(page)).toEqual(['Cancelled by you', 'Reserved']);

    const second = await reserved('Nor this one');
    await pays(second.page, LATE);
    await second.page.getByText('The payment is called off; your bank may take it all the same.').waitFor();
    await second.page.getByRole('button', { name: 'Cancel the order' }).click();
    const open = await says(second.page, second.order, 'You cancelled this order.');
    expect(open).toContain('A payment was still under way, and we have not heard that it was taken.');
    expect(await payButtons(second.page)).toBe(0);
    expect([...complaints, ...second.complaints]).toEqual([]);
  });
});
