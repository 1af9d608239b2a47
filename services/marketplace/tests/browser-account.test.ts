import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { demoMarket, inBrowser, isBrowserWanted } from './support/in-browser.ts';
import { lists, PASSWORD, signsIn, newcomer as signsUp, views } from './support/newcomer.ts';

describe.runIf(isBrowserWanted).for(views)('an account $how', { timeout: 60_000 }, ({ javaScriptEnabled, width }) => {
  const here = inBrowser(demoMarket, { opening: 60_000 });

  const way = () => ({ ...here.way, javaScriptEnabled, width });
  const newcomer = (name: string) => signsUp(way(), name);
  const isSignedIn = async (page: Page) => {
    await page.goto('/orders');
    return new URL(page.url()).pathname === '/orders';
  };

  test('shows its sessions, and ends another one after asking for the password', async () => {
    const { page, email, complaints } = await newcomer('person');
    const other = await signsIn(way(), email);
    await page.getByRole('link', { name: email }).click();
    await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
    const sessions = page.getByRole('listitem').filter({ hasText: 'Signed in on' });
    expect(await sessions.count()).toBe(2);
    expect(await page.getByText('This one', { exact: true }).count()).toBe(1);

    const there = sessions.filter({ hasNotText: 'This one' });
    await there.getByText('End this session').click();
    await there.getByLabel('Password').fill('not the password');
    await there.getByRole('button', { name: 'End it' }).click();
    await page.getByText('This is not your password.').waitFor();
    expect(await isSignedIn(other.page)).toBe(true);

    await there.getByLabel('Password').fill(PASSWORD);
    await there.getByRole('button', { name: 'End it' }).click();
    await page.getByText('That session has ended.').waitFor();
    expect(await sessions.count()).toBe(1);
    expect([await isSignedIn(other.page), await isSignedIn(page)]).toEqual([false, true]);
    expect(complaints).toEqual([]);
  });

  test('signs out everywhere', async () => {
    const { page, email, complaints } = await newcomer('person');
    const other = await signsIn(way(), email);
    await page.goto('/account');
    await page.getByText('Sign out everywhere', { exact: true }).click();
    await page.getByRole('button', { name: 'Sign out everywhere now' }).click();
    await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
    expect([await isSignedIn(other.page), await isSignedIn(page)]).toEqual([false, false]);
    expect(complaints).toEqual([]);
  });

  test('changes its password, not without the one it has, and says why one is refused', async () => {
    const { page, email, complaints } = await newcomer('person');
    const other = await signsIn(way(), email);
    const change = async (now: string, next: string) => {
      await page.getByLabel('Password as it is now').fill(now);
      await page.getByLabel('New password').fill(next);
      await page.getByRole('button', { name: 'Change the password' }).click();
    };
    await page.goto('/account');
    await change('not the password', 'staple after staple');
    await page.getByText('This is not your password.').waitFor();
    expect(await page.getByLabel('New password').inputValue()).toBe('');
    await change(PASSWORD, 'password123');
    await page.getByText('Is one of the most used passwords.').waitFor();
    await change(PASSWORD, 'staple after staple');
    await page.getByText('Your password is changed.').waitFor();
    expect([await isSignedIn(other.page), await isSignedIn(page)]).toEqual([false, true]);
    await signsIn(way(), email, 'staple after staple');
    expect(complaints).toEqual([]);
  });

  test('is deleted after the password and a tick, and the way back shows nothing', async () => {
    const { page, email, complaints } = await newcomer('leaver');
    const listing = await lists(page, `Farewell ${crypto.randomUUID().slice(0, 8)}`, '20');
    await page.goto('/account');
    await page.getByRole('link', { name: 'See what that means' }).click();
    await page.getByText('Your address and your password, at once.').waitFor();
    const forget = page.getByRole('button', { name: 'Delete my account for good' });
    await page.getByLabel('Password').fill('not the password');
    await page.getByLabel('I am sure.').check();
    await forget.click();
    await page.getByText('This is not your password. Your account is as it was.').waitFor();

    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByLabel('I am sure.').check();
    const cleared = page.waitForResponse((response) => new URL(response.url()).pathname === '/forget');
    await forget.click();
    await page.getByRole('heading', { name: 'Your account is deleted' }).waitFor();
    expect((await (await cleared).allHeaders())['clear-site-data']).toContain('"cache"');

    for (let back = 0; back < 3; back += 1) {
      await page.goBack();
      expect(await page.content()).not.toContain(email);
    }
    expect(await isSignedIn(page)).toBe(false);
    await page.goto(listing);
    await expect.poll(() => page.reload().then(() => page.locator('main').textContent())).toContain('Withdrawn.');
    expect(complaints).toEqual([]);
  });

  test('is begun at a page and comes back to it', async () => {
    const { page } = await newcomer('visitor');
    await page.goto('/?q=hamlet&sort=cheapest');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
    await page.goto('/?q=hamlet&sort=cheapest');
    await page.getByRole('link', { name: 'Sign in' }).first().click();
    await page.getByRole('link', { name: 'Create an account' }).click();
    await page.getByRole('heading', { name: 'Create an account' }).waitFor();
    await page.getByLabel('E-mail').fill(`visitor-${crypto.randomUUID()}@example.com`);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    expect(new URL(page.url()).search).toBe('?q=hamlet&sort=cheapest');
  });

  test('a password that is pasted is taken whole, or refused', async () => {
    const page = await (await here.browser.newContext({ baseURL: here.market.url, javaScriptEnabled })).newPage();
    for (const [path, button] of [
      ['/signup', 'Create account'],
      ['/signin', 'Sign in'],
    ] as const) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.getByLabel('E-mail').fill('somebody@example.com');
      await page.getByLabel('Password', { exact: true }).focus();
      await page.keyboard.insertText('correct horse '.repeat(10));
      await page.locator('form').getByRole('button', { name: button }).click();
      await page.getByRole('alert').filter({ hasText: 'Correct what is marked' }).waitFor();
      expect(await page.locator('.error').allTextContents()).toEqual(['Must be 128 characters or fewer.']);
    }
  });

  test('a password can be shown, and is judged while it is typed; without scripts the rules stand there', async () => {
    const page = await (await here.browser.newContext({ baseURL: here.market.url, javaScriptEnabled })).newPage();
    const fetched: string[] = [];
    await page.goto('/signup', { waitUntil: 'networkidle' });
    page.on('request', (request) => fetched.push(request.url()));
    const password = page.getByLabel('Password');
    expect(await password.getAttribute('autocomplete')).toBe('new-password');
    await page.getByText('At least 8 characters.').waitFor();
    await password.fill('password1');
    if (!javaScriptEnabled) {
      expect(await page.getByRole('button', { name: 'Show password' }).count()).toBe(0);
      return;
    }
    await page.getByText('Very weak: it is guessed at once.').waitFor();
    expect(fetched.every((url) => url.startsWith(`${here.market.url}/_next/static/`))).toBe(true);
    expect(fetched.length).toBeGreaterThan(0);
    await password.fill('four words in a row');
    await page.getByText('Very good: nobody guesses it.').waitFor();
    await page.getByRole('button', { name: 'Show password' }).click();
    expect(await password.getAttribute('type')).toBe('text');
    await page.getByRole('button', { name: 'Hide password' }).click();
    expect(await password.getAttribute('type')).toBe('password');
  });
});
