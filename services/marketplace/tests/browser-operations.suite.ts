import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { run } from '../cli/tests/support.ts';
import { lists, newcomer, pays, reserves, type View, type Way } from './support/newcomer.ts';

export interface OperatedMarket extends Way {
  /** How the command line is told which market it is. */
  readonly place: readonly string[];
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

/** What operators do in their console, whichever way the market runs. */
export function browserOperationsSuite(market: () => OperatedMarket, view: View): void {
  const signsUp = (name: string) => newcomer({ ...market(), ...view }, name);

  async function operator() {
    const own = await signsUp('operator');
    const { currentUser } = await (await own.page.request.get('/api/users/currentuser')).json();
    const { code, err } = await run(['operators', 'appoint', currentUser.id, ...market().place]);
    if (code !== 0) throw new Error(err);
    // Another process has written it down: the market hears of it within a second.
    const answer = async () => (await own.page.request.get('/api/operations/jobs')).status();
    await expect.poll(answer, { timeout: 5000 }).toBe(200);
    return own;
  }

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
    await reserves(buyer.page, ticket);
    await pays(buyer.page, 'Test card that pays');
    await buyer.page.getByText('Paid. The ticket is yours.').waitFor();

    const { page, complaints } = await operator();
    await page.goto('/operations/orders');
    await page.getByLabel('Id of an order').fill(ticket.split('/').at(-1) ?? '');
    await page.getByRole('button', { name: 'Look it up' }).click();
    await page.getByText('PaymentSucceeded').first().waitFor();
    await page.getByText('Undo this sale').click();
    await page.getByLabel('It is withdrawn').check();
    await page.getByRole('button', { name: 'Give the money back' }).click();
    await page.getByText('Written down.').waitFor();
    const main = buyer.page.locator('main');
    await expect
      .poll(() => buyer.page.reload().then(() => main.textContent()), { timeout: 15_000 })
      .toContain('All of your money was given back');
    const words = await main.textContent();
    expect(words).toContain('The market undid this sale, so the ticket is not yours any more.');
    expect(words).toContain('€42.00 went back the way it came on');
    expect(words).toContain('Your bank may take a few days to show it.');
    const steps = buyer.page.getByRole('region', { name: 'What happened' }).locator('li strong');
    const told = ['Money given back', 'Money on its way back', 'Paid', 'Payment begun', 'Reserved'];
    expect(await steps.allTextContents()).toEqual(told);
    expect([...buyer.complaints, ...complaints]).toEqual([]);
  });

  test('the console says what an address leads to where there is nothing', async () => {
    const { page } = await operator();
    for (const [path, words] of [
      ['projections/nobody', 'There is no such projection.'],
      [`jobs/${crypto.randomUUID()}`, 'This job is not known any more.'],
      ['log/999999999', 'The log ends before this position.'],
      [`streams/order-${crypto.randomUUID()}`, 'Nothing was ever written to this stream.'],
    ] as const) {
      await page.goto(`/operations/${path}`);
      expect(await page.locator('main').textContent(), path).toContain(words);
    }
  });

  test('nothing of the console is shown to those who are no operators', async () => {
    const { page } = await signsUp('reader');
    for (const path of [
      '',
      '/quarantine',
      '/log',
      '/log/1',
      '/orders',
      '/orders?id=x',
      '/jobs',
      '/projections/my-orders',
    ]) {
      await page.goto(`/operations${path}`);
      await page.getByRole('heading', { name: 'This page is for operators' }).waitFor();
      expect(await page.getByRole('navigation', { name: 'Operations' }).count(), path).toBe(0);
    }
  });
}
