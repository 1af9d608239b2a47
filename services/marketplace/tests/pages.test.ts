import { expect, test } from 'vitest';
import { startFrontend } from './distributed/support/frontend.ts';
import { newDataDir, openMarket, settings } from './support/process.ts';

const secure = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
  'x-frame-options',
];

test('pages say the same to browsers in one process with the API and in one of their own', async () => {
  await using market = await openMarket(['--empty'], settings(newDataDir()));
  await using frontend = await startFrontend(market.url);
  await frontend.ready();
  for (const path of ['/', '/signin', '/tickets/none', '/icon.svg']) {
    const [one, other] = await Promise.all([fetch(market.url + path), fetch(frontend.url + path)]);
    expect(other.status).toBe(one.status);
    const said = ({ headers }: Response) => Object.fromEntries(secure.map((name) => [name, headers.get(name)]));
    expect(said(other)).toEqual(said(one));
    expect(Object.values(said(one))).not.toContain(null);
    expect(one.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(await other.text()).not.toBe('');
    await one.body?.cancel();
  }
}, 60_000);
