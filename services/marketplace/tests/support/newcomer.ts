import type { Browser, Page } from 'playwright-core';

export interface View {
  readonly javaScriptEnabled?: boolean;
  readonly width?: number;
}

export interface Way extends View {
  readonly browser: Browser;
  readonly baseURL: string;
}

/** How people look at the pages. */
export const views = [
  { javaScriptEnabled: true, width: 1280, how: 'with JavaScript, at a desk' },
  { javaScriptEnabled: false, width: 390, how: 'without JavaScript, on a phone' },
];

export interface Newcomer {
  readonly page: Page;
  readonly email: string;
  /** Whatever the pages complain about in the console, a content security policy that is broken included. */
  readonly complaints: string[];
}

export const PASSWORD = 'correct horse battery';

/** Somebody with a browser of their own, signed up. */
export async function newcomer(way: Way, name: string): Promise<Newcomer> {
  const email = `${name}-${crypto.randomUUID()}@example.com`;
  const { page, complaints } = await openPage(way);
  await page.goto('/signup');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  return { page, email, complaints };
}

/** The same person in another browser. */
export async function signsIn(way: Way, email: string, password = PASSWORD): Promise<Newcomer> {
  const { page, complaints } = await openPage(way);
  await page.goto('/signin');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.locator('form').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  return { page, email, complaints };
}

async function openPage({ browser, baseURL, javaScriptEnabled = true, width = 1280 }: Way) {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 }, baseURL });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  return { page, complaints };
}

/** Reserves what is for sale at this address, and answers where the order is. */
export async function reserves(page: Page, ticket: string): Promise<string> {
  await page.goto(ticket);
  await page.getByRole('button', { name: 'Reserve' }).click();
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** Presses the button of a test card. */
export async function pays(page: Page, card: string): Promise<void> {
  await page.getByLabel(card).check();
  await page.getByRole('button', { name: /^Pay / }).click();
}

/** Lists a ticket and answers where it is. */
export async function lists(page: Page, title: string, price: string): Promise<string> {
  await page.goto('/tickets/new');
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Price in EUR').fill(price);
  await page.getByRole('button', { name: 'List it for sale' }).click();
  await page.waitForURL(/\/tickets\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}
