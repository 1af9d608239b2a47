import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { lists, newcomer as signsUp, type View, type Way } from './support/newcomer.ts';

/** A page may take its time on a machine that does other things as well. */
const WITHIN = { timeout: 15_000 };

/** Of what the total on a page is made. */
const linesOf = (page: Page) => page.locator('.aside dl > div').allTextContents();

/** How people sell and buy, whichever way the market runs. */
export function browserSuite(way: () => Way, view: View): void {
  const newcomer = (name: string) => signsUp({ ...way(), ...view }, name);

  test('one signs up, lists a ticket, finds it; another reserves it, is declined, pays', async () => {
    const seller = await newcomer('seller');
    const title = `Night of Ünïcode ${crypto.randomUUID().slice(0, 8)}`;
    await seller.page.goto('/tickets/new');
    await seller.page.getByLabel('Title').fill(title);
    await seller.page.getByLabel('City').fill('Köln');
    await seller.page.getByLabel('Begins').fill(`${new Date().getFullYear() + 1}-06-01T20:30`);
    await seller.page.getByLabel('Number of tickets').fill('2');
    await seller.page.getByLabel('Price in EUR').fill('12.50');
    await seller.page
      .locator('form')
      .getByRole('button', { name: /list|sell/i })
      .click();
    await seller.page.waitForURL(/\/tickets\/[0-9a-f-]{36}/);
    await seller.page.getByRole('heading', { name: title, level: 1 }).waitFor();

    const buyer = await newcomer('buyer');
    await buyer.page.goto(`/?q=${encodeURIComponent(title.toLowerCase().replace('ü', 'u'))}`);
    const card = buyer.page.getByRole('article').filter({ hasText: title });
    expect(await card.textContent()).toContain('€13.12');
    expect(await card.textContent()).not.toContain('€12.50');
    await card.getByRole('link', { name: title }).click();
    await buyer.page.getByRole('heading', { name: title, level: 1 }).waitFor();
    expect(await linesOf(buyer.page)).toEqual(['Price€12.50', 'Service fee€0.62', 'Total€13.12']);
    await buyer.page
      .getByText(/20:30|8:30/)
      .first()
      .waitFor();
    await buyer.page.getByRole('button', { name: 'Reserve for €13.12' }).click();
    await buyer.page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
    await buyer.page.getByText('The ticket is held for you').waitFor();
    expect(await linesOf(buyer.page)).toEqual(['Price€12.50', 'Service fee€0.62', 'Total€13.12']);

    await buyer.page.getByLabel('Test card that is declined').check();
    await buyer.page.getByRole('button', { name: /^Pay €13\.12/ }).click();
    await buyer.page.getByText('One payment was declined. No money was taken').waitFor();
    await buyer.page.getByLabel('Test card that pays').check();
    await buyer.page.getByRole('button', { name: /^Pay €13\.12/ }).click();
    await expect.poll(() => buyer.page.locator('main').textContent(), WITHIN).toContain('Paid. The ticket is yours.');

    await seller.page.goto('/sales');
    expect(await seller.page.locator('main').textContent()).toMatch(/sold/i);
    expect([...seller.complaints, ...buyer.complaints]).toEqual([]);
  });

  test('a seller changes a ticket and withdraws it', async () => {
    const { page, complaints } = await newcomer('seller');
    await lists(page, 'Before', '10');
    await page.getByRole('link', { name: /edit|change/i }).click();
    await page.getByLabel('Title').fill('After');
    await page.getByLabel('Price in EUR').fill('11.11');
    await page
      .locator('form')
      .getByRole('button', { name: /save|change/i })
      .click();
    await page.getByRole('heading', { name: 'After', level: 1 }).waitFor();
    expect(await linesOf(page)).toEqual(['You get€11.11', 'Service fee, on top€0.56', 'The buyer pays€11.67']);
    await page.getByText('Withdraw it from sale').click();
    await page.getByRole('button', { name: /withdraw/i }).click();
    await expect.poll(() => page.locator('main').textContent(), WITHIN).toContain('You took it off sale.');
    expect(complaints).toEqual([]);
  });
}
