import { describe, expect, test } from 'vitest';
import { demoMarket, inBrowser, isBrowserWanted } from './support/in-browser.ts';
import { lists, newcomer as signsUp, views } from './support/newcomer.ts';

describe.runIf(isBrowserWanted).for(views)('selling $how', { timeout: 60_000 }, ({ javaScriptEnabled, width }) => {
  const here = inBrowser(demoMarket, { opening: 60_000 });
  const newcomer = (name: string) => signsUp({ ...here.way, javaScriptEnabled, width }, name);

  test('shows the listing as buyers will see it, before it is for sale', async () => {
    const { page, complaints } = await newcomer('seller');
    await page.goto('/tickets/new');
    await page.getByText('What you write shows here as soon as it has a title and a price.').waitFor();
    await page.getByLabel('Title').fill('Owls, at last');
    await page.getByLabel('City').fill('Köln');
    await page.getByLabel('Price in EUR').fill('12.5');
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'See it as buyers will' }).click();
    const preview = page.getByRole('region', { name: 'As buyers will see it' });
    await preview.getByRole('heading', { name: 'Owls, at last' }).waitFor();
    const shown = await preview.textContent();
    for (const words of ['Köln', '€13.12', 'You get€12.50', 'Service fee, on top€0.62']) expect(shown).toContain(words);
    await page.goto('/sales');
    await page.getByText('You have not listed anything yet').waitFor();

    if (javaScriptEnabled) {
      await page.goto('/tickets/new');
      expect(await page.getByRole('button', { name: 'See it as buyers will' }).count()).toBe(0);
    }
    expect(complaints).toEqual([]);
  });

  test('says what is wrong beside it, goes to the first of it, and keeps the rest', async () => {
    const { page, complaints } = await newcomer('seller');
    await page.goto('/tickets/new');
    await page.getByLabel('Title').fill(' ');
    await page.getByLabel('City').fill('Köln');
    await page.getByLabel('Price in EUR').fill('a lot');
    await page.getByRole('button', { name: 'List it for sale' }).click();
    await page.getByText('Must be an amount, as 45 or 12.50.').waitFor();
    await page.getByText('Must not be empty.').waitFor();
    expect(await page.getByLabel('City').inputValue()).toBe('Köln');
    expect(await page.getByLabel('Price in EUR').inputValue()).toBe('a lot');
    if (javaScriptEnabled) {
      await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('title');
      await page.getByLabel('Price in EUR').fill('45');
      await page.getByText('Must be an amount, as 45 or 12.50.').waitFor({ state: 'detached' });
      expect(await page.getByText('Must not be empty.').count()).toBe(1);
    }
    await page.getByLabel('Price in EUR').fill('45');
    await page.getByLabel('Title').fill('Owls, again');
    await page.getByRole('button', { name: 'List it for sale' }).click();
    await page.getByText('Listed. It is for sale now.').waitFor();
    expect(complaints).toEqual([]);
  });

  test('adds up what is for sale, reserved and sold', async () => {
    const seller = await newcomer('seller');
    const paid = await lists(seller.page, 'Sold', '40');
    const held = await lists(seller.page, 'Held', '30');
    await lists(seller.page, 'Open', '20');
    await lists(seller.page, 'Open too', '5.50');
    const buyer = await newcomer('buyer');
    for (const ticket of [paid, held]) {
      await buyer.page.goto(ticket);
      await buyer.page.getByRole('button', { name: 'Reserve' }).click();
      await buyer.page.getByText('The ticket is held for you').waitFor();
      if (ticket === held) continue;
      await buyer.page.getByLabel('Test card that pays').check();
      await buyer.page.getByRole('button', { name: 'Pay €42.00' }).click();
      await buyer.page.getByText('Paid. The ticket is yours.').waitFor();
    }
    await seller.page.goto('/sales');
    expect(await seller.page.locator('main dl > div').allTextContents()).toEqual([
      'For sale€25.502 listings',
      'Reserved€30.001 listing',
      'Sold: you get€40.001 listing',
    ]);
    expect([...seller.complaints, ...buyer.complaints]).toEqual([]);
  });

  test('an edit is seen before it is saved, and a withdrawal is asked twice', async () => {
    const { page, complaints } = await newcomer('seller');
    const ticket = await lists(page, 'Owls, changed', '40');
    await page.goto(`${ticket}/edit`);
    const preview = page.getByRole('region', { name: 'As buyers will see it' });
    expect(await preview.textContent()).toContain('€42.00');
    await page.getByLabel('Price in EUR').fill('50');
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'See it as buyers will' }).click();
    await preview.getByText('€52.50').first().waitFor();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('Saved. It is for sale like this now.').waitFor();

    const withdraw = page.getByRole('button', { name: 'Withdraw for good' });
    expect(await withdraw.isVisible()).toBe(false);
    await page.getByText('Withdraw it from sale').click();
    await withdraw.click();
    await page.getByText('You took it off sale.').first().waitFor();
    expect(complaints).toEqual([]);
  });
});
