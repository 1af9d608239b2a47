import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { emptyMarket, inBrowser, isBrowserWanted } from './support/in-browser.ts';
import { lists, newcomer, pays, reserves } from './support/newcomer.ts';

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

const here = inBrowser(emptyMarket);

const speaks = (page: Page, locale: string) =>
  page.context().addCookies([{ name: 'locale', value: locale, url: here.market.url }]);

describe.runIf(isBrowserWanted)('the room that a page has', { timeout: 120_000 }, () => {
  const signsUp = (name: string, width: number) => newcomer({ ...here.way, width }, name);

  test('is enough on the narrowest screen, in each language and for the longest words', async () => {
    const { page } = await signsUp('a-seller-with-an-address-that-goes-on-and-on', 320);
    const ticket = await lists(page, LONG, '40');
    const buyer = await signsUp('buyer', 320);
    const order = await reserves(buyer.page, ticket);
    const wide: string[] = [];
    for (const locale of ['en', 'de', 'ar']) {
      await Promise.all([speaks(page, locale), speaks(buyer.page, locale)]);
      const pages = ['/', `/?q=${LONG}`, ticket, '/tickets/new', '/sales', '/account', '/mailbox', '/nowhere'];
      for (const [on, path] of [...pages.map((path) => [page, path] as const), [buyer.page, order] as const]) {
        await on.goto(path);
        const width = await on.evaluate('document.documentElement.scrollWidth');
        if (width !== 320) wide.push(`${locale} ${path}: ${width}`);
      }
    }
    expect(wide).toEqual([]);
  });

  test('is for the order alone when it is printed, dark on light', async () => {
    const seller = await signsUp('seller', 1280);
    const ticket = await lists(seller.page, 'Night Owls', '40');
    const { page } = await signsUp('buyer', 1280);
    await reserves(page, ticket);
    await pays(page, 'Test card that pays');
    await page.getByText('Paid. The ticket is yours.').waitFor();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('light only');
    for (const shown of ['Night Owls', 'Paid. The ticket is yours.', '€42.00'])
      expect(await page.getByText(shown).first().isVisible(), shown).toBe(true);
    for (const hidden of ['Sign out', 'Show it as it was', 'As my device'])
      expect(await page.getByText(hidden).first().isVisible(), hidden).toBe(false);
  });
});
