import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { freePort } from '../../packages/common/src/testing/program.ts';
import { chromiumArgs, chromiumPath, cookiesFor } from '../../services/marketplace/tests/support/chromium.ts';
import { newcomer, sendTo } from '../../services/marketplace/tests/support/person.ts';
import { newDataDir, openMarket } from '../../services/marketplace/tests/support/process.ts';

/** The way of a buyer. */
export const pages = ['list', 'ticket', 'checkout'] as const;
export type Page = (typeof pages)[number];

export interface ShownMarket extends AsyncDisposable {
  readonly addresses: Readonly<Record<Page, string>>;
  /** Where the browser takes orders. */
  readonly port: number;
}

/**
 * A market of its own with the demo's tickets, and a browser of somebody who has reserved one and is to pay. Each page
 * has been asked for once, as a server's first answers are slower than all that follow.
 */
export async function showMarket(): Promise<ShownMarket> {
  if (!chromiumPath) throw new Error('there is no Chromium on this machine');
  await using stack = new AsyncDisposableStack();
  const dataDir = newDataDir();
  stack.defer(() => rmSync(dataDir, { recursive: true, force: true }));
  const market = stack.use(await openMarket([], { DATA_DIR: dataDir, PORT: '0', NODE_ENV: 'production' }));
  const buyer = await newcomer(sendTo(market.url));
  const [shown, wanted] = (await buyer.get('/api/tickets?limit=2')).json().items;
  const order = await buyer.reserves(wanted.id);

  const port = await freePort();
  // Lighthouse looks with the cookies that the browser has of its own, not with those of a context beside it.
  const browser = await chromium.launchPersistentContext(join(dataDir, 'browser'), {
    executablePath: chromiumPath,
    args: [...chromiumArgs, `--remote-debugging-port=${port}`],
  });
  stack.defer(() => browser.close());
  await browser.addCookies(cookiesFor(market.url, buyer.cookies));
  const addresses = {
    list: market.url,
    ticket: `${market.url}/tickets/${shown.id}`,
    checkout: `${market.url}/orders/${order.id}`,
  };
  for (const address of Object.values(addresses)) await browser.request.get(address);
  const all = stack.move();
  return {
    port,
    addresses,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}
