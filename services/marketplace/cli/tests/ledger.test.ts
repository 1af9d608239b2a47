import { OrderPaid, PaymentSucceeded } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { expect, test } from 'vitest';
import { testMarket } from '../../tests/support/market.ts';
import { folderWith, listed, run } from './support.ts';

const show = (folder: string, ...more: string[]) => run(['ledger', 'show', '--data-dir', folder, ...more]);

test('the books of a market, from its log alone', { timeout: 30_000 }, async () => {
  await using market = await testMarket();
  const [seller, buyer] = [await market.person(), await market.person()];
  const order = await buyer.reserves((await seller.lists()).id);
  await buyer.pays(order.id);
  const { code, out } = await show(market.dataDir);
  expect([code, out]).toEqual([0, expect.stringMatching(/EUR +5250 +5250 +0 +0 +250 +0\n.* add up at each of \d+ /)]);
  const { json } = await show(market.dataDir, '--json');
  const books = { charged: 5250, paid: 5250, refunded: 0, inFlight: 0, fees: 250, imbalance: 0 };
  expect(json()).toMatchObject({ books: [{ currency: 'EUR', ...books }], imbalances: [] });
});

test('books that did not add up at one position alone are found', { timeout: 30_000 }, async () => {
  const { data } = sampleOf(OrderPaid);
  const paid = { [`order-${data.orderId}`]: [sampleOf(OrderPaid)] };
  const taken = { [`payment-${data.paymentId}`]: [sampleOf(PaymentSucceeded)] };
  const folder = await folderWith(listed(1), paid, taken, listed(2));
  const { code, out, err } = await show(folder);
  const { amount } = data.total;
  expect([code, out]).toEqual([1, expect.stringContaining(` 0 `)]);
  expect(err).toBe(`position 2: the books of EUR are out by -${amount} from here\n`);
});

test('where no money has moved it says so', { timeout: 30_000 }, async () => {
  const { code, out } = await show(await folderWith(listed(1)));
  expect([code, out]).toEqual([0, 'No money has moved up to position 1.\n']);
});
