import { setTimeout } from 'node:timers/promises';
import { newcomer, type Person, sendTo } from '../../services/marketplace/tests/support/person.ts';
import { openMarket, settings } from '../../services/marketplace/tests/support/process.ts';
import { show } from './show.ts';

/** What takes too long to wait for while pictures are taken. */
export interface Past {
  /** Somebody who did not pay in time. */
  readonly latecomer: { readonly cookies: Readonly<Record<string, string>> };
  /** The latecomer's order. */
  readonly expired: string;
}

/** Opens the market of the folder with short holds, until one has ended. */
export async function pastOf(dataDir: string): Promise<Past> {
  await using market = await openMarket([], settings(dataDir, { HOLD_SECONDS: '1' }));
  const send = sendTo(market.url);
  const [seller, latecomer] = [await newcomer(send), await newcomer(send)];
  const { id } = await seller.lists(show('The Last Train Home', 2));
  const order = await latecomer.reserves(id);
  await becomes(latecomer, order.id, 'expired');
  return { latecomer, expired: order.id };
}

/** Waits until an order stands like this. */
export async function becomes(buyer: Person, orderId: string, status: string): Promise<void> {
  while ((await buyer.get(`/api/orders/${orderId}`)).json().status !== status) await setTimeout(100);
}
