import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFrontend } from './distributed/support/frontend.ts';
import type { Role } from './distributed/support/role.ts';
import { newcomer, sendTo } from './support/person.ts';
import { type MarketProcess, newDataDir, openMarket, settings } from './support/process.ts';

const secure = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
  'x-frame-options',
];

let market: MarketProcess;
/** The pages as a process of their own. */
let frontend: Role;
beforeAll(async () => {
  market = await openMarket(['--empty'], settings(newDataDir()));
  frontend = await startFrontend(market.url);
  await frontend.ready();
}, 60_000);
afterAll(async () => {
  await frontend[Symbol.asyncDispose]();
  await market[Symbol.asyncDispose]();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(market.url + path, { headers });

const nonceOf = ({ headers }: Response) =>
  /script-src 'self' 'nonce-([\w+/]{22}==)' 'strict-dynamic';/.exec(headers.get('content-security-policy') ?? '')?.[1];

test('pages say the same to browsers in one process with the API and in one of their own', async () => {
  for (const path of ['/', '/signin', '/tickets/none', '/icon.svg']) {
    const [one, other] = await Promise.all([get(path), fetch(frontend.url + path)]);
    expect(other.status).toBe(one.status);
    const said = ({ headers }: Response) =>
      Object.fromEntries(secure.map((name) => [name, headers.get(name)?.replace(/nonce-[^']+/, 'nonce-…') ?? null]));
    expect(said(other)).toEqual(said(one));
    expect(Object.values(said(one))).not.toContain(null);
    expect(one.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(await other.text()).not.toBe('');
    await one.body?.cancel();
  }
});

describe('the content security policy', () => {
  test('has a fresh nonce in every answer, which all scripts of the page carry', async () => {
    const nonces = new Set<string | undefined>();
    for (let round = 0; round < 50; round += 1) {
      const page = await get('/signin');
      nonces.add(nonceOf(page));
      const html = await page.text();
      const scripts = html.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(3);
      expect(scripts.filter((script) => !script.includes(`nonce="${nonceOf(page)}"`))).toEqual([]);
    }
    expect(nonces.size).toBe(50);
    expect(nonces).not.toContain(undefined);
  }, 60_000);

  test.each(['/', '/tickets/none', '/orders', '/nowhere'])('of %s lets nothing unsafe in', async (path) => {
    const page = await fetch(market.url + path, { redirect: 'manual' });
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).not.toContain('unsafe');
    for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
      expect(policy).toContain(rule);
    expect(await page.text()).not.toMatch(/<\w+[^>]* (style|on\w+)=/);
  });
});

test.each(['/', '/signin', '/orders', '/tickets/new'])('what %s shows is kept by nobody', async (path) => {
  const page = await fetch(market.url + path, { redirect: 'manual' });
  expect(page.headers.get('cache-control')).toContain('no-store');
  await page.body?.cancel();
});

describe('a form that another site sends', () => {
  const post = (headers: Record<string, string>) =>
    fetch(`${frontend.url}/preferences`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: 'locale=de',
    });

  test.each([{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'null' }, {}])(
    'is refused: %j',
    async (headers) => {
      const reply = await post(headers as Record<string, string>);
      expect(reply.status).toBe(403);
      expect(reply.headers.getSetCookie()).toEqual([]);
      expect(await reply.text()).toContain('nothing was done');
    },
  );

  test('does not lead away: it goes back to a page of this site', async () => {
    for (const [referer, location] of [
      [`${frontend.url}/signin?next=%2Forders`, '/signin?next=%2Forders#preferences'],
      ['https://evil.example//evil.example/x', '/#preferences'],
      ['https://evil.example/orders', '/orders#preferences'],
      ['nonsense', '/'],
    ] as const) {
      const reply = await post({ 'sec-fetch-site': 'same-origin', referer });
      expect([reply.status, reply.headers.get('location')]).toEqual([303, location]);
    }
  });
});

test.each(['/forget', '/preferences'])('a form that arrives damaged at %s changes nothing', async (path) => {
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data' };
  const reply = await fetch(market.url + path, { method: 'POST', redirect: 'manual', headers, body: 'locale=de' });
  expect(reply.status).toBe(303);
  expect(reply.headers.getSetCookie()).toEqual([]);
});

describe('a search', () => {
  const found = async (query: string) =>
    /<h2 id="results">(?<found>.*?)<\/h2>/.exec(await (await get(`/?${query}`)).text())?.groups?.found;

  test('speaks of the words and the city that it looked for', async () => {
    expect(await found('q=jazz&city=Berlin')).toBe('0 listings for “jazz” in Berlin');
  });

  test('does not speak of words that are too many to look for', async () => {
    const long = 'x'.repeat(201);
    expect(await found(`q=${long}&city=${long}`)).toMatch(/^\d+ listings?$/);
    expect(await (await get(`/?q=${long}`)).text()).not.toContain(`<title>Tickets for “${long}`);
  });

  test('shows the number of tickets that it asks for, whichever it is', async () => {
    expect(await (await get('/?quantity=7')).text()).toContain('<option value="7" selected="">');
  });
});

describe('the language', () => {
  const rootOf = async (headers: Record<string, string>) =>
    /<html ([^>]*?)( class="[^"]*")?>/.exec(await (await get('/signin', headers)).text())?.[1];

  test.each([
    [{}, 'lang="en" dir="ltr"'],
    [{ 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' }, 'lang="de" dir="ltr"'],
    [{ 'accept-language': 'fr,ar;q=0.5,en;q=0.3' }, 'lang="ar" dir="rtl"'],
    [{ 'accept-language': 'en;q=0.2,de;q=0' }, 'lang="en" dir="ltr"'],
    [{ 'accept-language': 'de', cookie: 'locale=ar' }, 'lang="ar" dir="rtl"'],
    [{ cookie: 'locale=tlh' }, 'lang="en" dir="ltr"'],
    [{ cookie: 'theme=dark' }, 'lang="en" dir="ltr" data-theme="dark"'],
    [{ cookie: 'theme="><script>' }, 'lang="en" dir="ltr"'],
  ])('and the colours with %j: %s', async (headers, root) => {
    expect(await rootOf(headers as Record<string, string>)).toBe(root);
  });
});

describe('the scripts of a page', () => {
  /** Bytes of all that the page loads at first, packed as most servers send it. */
  async function packed(path: string): Promise<number> {
    const html = await (await get(path)).text();
    const sources = (html.match(/<script\b[^>]* src="[^"]+"[^>]*>/g) ?? [])
      .filter((script) => !/nomodule/i.test(script))
      .map((script) => / src="([^"]+)"/.exec(script)?.[1] ?? '');
    const scripts = [...new Set(sources)].map(async (source) => Buffer.from(await (await get(source)).arrayBuffer()));
    return (await Promise.all(scripts)).reduce((sum, script) => sum + gzipSync(script).length, 0);
  }

  test('are 170 kB at the most, on the list and on a ticket', async () => {
    const seller = await newcomer(sendTo(market.url));
    const { id } = await seller.lists();
    await seller.get(`/api/tickets/${id}`);
    for (const path of ['/', `/tickets/${id}`, '/signin']) {
      const bytes = await packed(path);
      expect(bytes, path).toBeGreaterThan(50_000);
      expect(bytes, path).toBeLessThan(170_000);
    }
  });
});
