import { describe, expect, test } from 'vitest';
import { browserLiveSuite } from './browser-live.suite.ts';
import { emptyMarket, inBrowser, isBrowserWanted } from './support/in-browser.ts';
import { lists, newcomer } from './support/newcomer.ts';

const here = inBrowser(emptyMarket);

describe.runIf(isBrowserWanted)('two people', () => {
  browserLiveSuite(() => here.way, 20);
});

test.runIf(isBrowserWanted)('a list says that something in it has changed', { timeout: 60_000 }, async () => {
  const way = here.way;
  const seller = await newcomer(way, 'seller');
  const ticket = await lists(seller.page, 'Swans at Dawn', '40');
  const onlooker = await newcomer(way, 'onlooker');
  await onlooker.page.goto('/?q=swans');
  await onlooker.page.getByText('Swans at Dawn').waitFor();
  const buyer = await newcomer(way, 'buyer');
  await buyer.page.goto(ticket);
  await buyer.page.getByRole('button', { name: 'Reserve' }).click();
  await onlooker.page.getByText('Something in this list has just changed.').waitFor();
  await onlooker.page.getByText('Swans at Dawn').waitFor({ state: 'detached' });
  expect(onlooker.complaints).toEqual([]);
});
