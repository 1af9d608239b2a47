import { join } from 'node:path';
import { openSqliteBooks } from '@boxoffice/payments';
import { describe, expect, test } from 'vitest';
import { browserSuite } from './browser.suite.ts';
import { chromiumPath } from './support/chromium.ts';
import { demoMarket, inBrowser, isBrowserWanted } from './support/in-browser.ts';
import { lists, newcomer as signsUp, views } from './support/newcomer.ts';
import { newDataDir } from './support/process.ts';

/** A page may take its time on a machine that does other things as well. */
const WITHIN = { timeout: 15_000 };

if (!chromiumPath)
  process.stderr.write('\n!!! No Chromium on this machine: set CHROMIUM_PATH. Browser tests left out.\n');

test.runIf(isBrowserWanted)('a browser is there', () => {
  expect(chromiumPath).toBeDefined();
});

describe.runIf(chromiumPath).for(views)('in a browser $how', { timeout: 60_000 }, ({ javaScriptEnabled, width }) => {
  const dataDir = newDataDir();
  const here = inBrowser(() => demoMarket(dataDir), { opening: 60_000 });

  const newcomer = (name: string) => signsUp({ ...here.way, javaScriptEnabled, width }, name);

  browserSuite(() => here.way, { javaScriptEnabled, width });

  test('a double click pays once', async () => {
    const seller = await newcomer('seller');
    const ticket = await lists(seller.page, 'Twice', '50');
    const { page, complaints } = await newcomer('buyer');
    await page.goto(ticket);
    await page.getByRole('button', { name: 'Reserve for €52.50' }).click();
    await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
    const orderId = new URL(page.url()).pathname.split('/').at(-1);
    await page.getByLabel('Test card that pays').check();
    await page.getByRole('button', { name: /^Pay €52\.50/ }).dblclick();
    await expect.poll(() => page.locator('main').textContent(), WITHIN).toContain('Paid. The ticket is yours.');
    // A second request may still be on its way: asked for again, the page shows what came of it.
    await page.reload();
    expect(await page.locator('main').textContent()).toContain('Paid. The ticket is yours.');
    expect(await chargesIn(dataDir, orderId)).toMatchObject([{ amount: { amount: 5250, currency: 'EUR' } }]);
    expect(complaints).toEqual([]);
  });

  test('a slow payment promises nothing until the bank has answered, and then the page says so by itself', async () => {
    const seller = await newcomer('seller');
    const ticket = await lists(seller.page, 'Slowly', '50');
    const { page, complaints } = await newcomer('buyer');
    await page.goto(ticket);
    await page.getByRole('button', { name: 'Reserve for €52.50' }).click();
    await page.getByLabel('Test card whose bank takes some seconds').check();
    await page.getByRole('button', { name: 'Pay €52.50' }).click();

    await page.getByText('Your bank takes its time.').waitFor();
    expect(await page.getByRole('button', { name: /^Pay/ }).count()).toBe(0);
    expect(await page.locator('main').textContent()).not.toContain('yours');
    const order = page.url();
    await page.getByText('Paid. The ticket is yours.').waitFor({ timeout: 30_000 });
    expect(page.url()).toBe(order);
    expect(await page.locator('meta[http-equiv="refresh"]').count()).toBe(0);
    expect([...seller.complaints, ...complaints]).toEqual([]);
  });

  test('who saw another price is told both, fee included, and reserves nothing', async () => {
    const seller = await newcomer('seller');
    const ticket = await lists(seller.page, 'Dearer', '50');
    const { page } = await newcomer('buyer');
    // A page that hears of the change shows the new price before anybody can press.
    await page.route('**/api/stream?*', (route) => route.abort());
    await page.goto(ticket);
    await seller.page.goto(`${ticket}/edit`);
    await seller.page.getByLabel('Price in EUR').fill('60');
    await seller.page.getByRole('button', { name: 'Save changes' }).click();
    await seller.page.waitForURL(/done=changed/);

    await page.getByRole('button', { name: 'Reserve for €52.50' }).click();
    await page.getByText('it was €52.50 and is €63.00 now. Nothing was reserved.').waitFor();
    await page.getByRole('button', { name: 'Reserve for €63.00' }).waitFor();
    await page.goto('/orders');
    expect(await page.locator('main').textContent()).toContain('You have not reserved anything yet');
  });

  test('prices are searched for as buyers pay them', async () => {
    const seller = await newcomer('seller');
    const word = `Search${crypto.randomUUID().slice(0, 8)}`;
    await lists(seller.page, word, '50');
    await seller.page.goto(`/?q=${word}&max=52.49`);
    await seller.page.getByText('Nothing for sale matches all of this').waitFor();
    await seller.page.goto(`/?q=${word}&min=52.50&max=52.50`);
    await seller.page.getByRole('link', { name: word }).waitFor();
    expect(await seller.page.locator('main').textContent()).toContain('€52.50');
  });

  test('a reservation is given back, and a second buyer takes it', async () => {
    const first = await newcomer('first');
    await first.page.goto('/?q=hamlet&sort=cheapest');
    await first.page
      .getByRole('link', { name: /Hamlet/ })
      .first()
      .click();
    await first.page.getByRole('button', { name: 'Reserve' }).waitFor();
    const ticket = first.page.url();
    await first.page.getByRole('button', { name: 'Reserve' }).click();
    await first.page.waitForURL(/\/orders\//);

    const second = await newcomer('second');
    await second.page.goto(ticket);
    expect(await second.page.getByRole('button', { name: 'Reserve' }).count()).toBe(0);
    expect(await second.page.locator('main').textContent()).toMatch(/reserved/i);

    await first.page.getByRole('button', { name: 'Cancel the order' }).click();
    await expect.poll(() => first.page.locator('main').textContent(), WITHIN).toContain('You cancelled this order.');
    await second.page.goto(ticket);
    await second.page.getByRole('button', { name: 'Reserve' }).click();
    await second.page.waitForURL(/\/orders\//);
    expect([...first.complaints, ...second.complaints]).toEqual([]);
  });

  test('what was typed wrong is named, and what was typed is kept', async () => {
    const { page } = await newcomer('seller');
    await page.goto('/tickets/new');
    await page.getByLabel('Title').fill('A title to keep');
    await page.getByLabel('Price in EUR').fill('twelve');
    await page
      .locator('form')
      .getByRole('button', { name: /list|sell/i })
      .click();
    await page.locator('[name=price][aria-invalid=true]').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('A title to keep');
    expect(page.url()).toContain('/tickets/new');
  });

  test('signing out ends the session, and private pages ask to sign in', async () => {
    const { page, complaints } = await newcomer('person');
    await page.goto('/orders');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
    await page.goto('/orders');
    expect(new URL(page.url()).pathname).toBe('/signin');
    expect(new URL(page.url()).searchParams.get('next')).toBe('/orders');
    expect(complaints).toEqual([]);
  });

  test('the language and the colours are the ones that the reader chose, on the page where it was chosen', async () => {
    const { page, complaints } = await newcomer('reader');
    await page.goto('/tickets/new');
    const root = page.locator('html');
    await page.getByRole('button', { name: 'العربية' }).click();
    await page.getByRole('heading', { name: 'بِع تذكرة' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/tickets/new');
    expect([await root.getAttribute('lang'), await root.getAttribute('dir')]).toEqual(['ar', 'rtl']);
    // What is to be read begins at the right, and nothing is wider than the page.
    const left = (await page.getByLabel('العنوان').boundingBox())?.x ?? 0;
    expect(left).toBeGreaterThanOrEqual(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.getByRole('button', { name: 'داكن' }).click();
    await page.locator('html[data-theme=dark]').waitFor();
    expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('dark');
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { name: 'Karte verkaufen' }).waitFor();
    await page.getByLabel('Preis in EUR').fill('zwölf');
    await page.getByLabel('Titel').fill('x');
    await page.getByRole('button', { name: 'Zum Verkauf einstellen' }).click();
    await page.getByText('Muss ein Betrag sein, wie 45 oder 12,50.').waitFor();
    expect(complaints).toEqual([]);
  });
});

/** What the sandbox was asked to charge for an order, by its own books. */
async function chargesIn(dataDir: string, orderId: string | undefined) {
  await using books = openSqliteBooks(join(dataDir, 'sandbox-payments.sqlite'));
  return (await books.charges()).filter((charge) => charge.orderId === orderId);
}
