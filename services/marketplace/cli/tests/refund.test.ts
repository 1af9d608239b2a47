import { expect, test } from 'vitest';
import { testMarket } from '../../tests/support/market.ts';
import { run } from './support.ts';

test('an operator undoes a sale of a running market', { timeout: 30_000 }, async () => {
  await using market = await testMarket();
  const [seller, buyer] = [await market.person(), await market.person()];
  const ticket = await seller.lists();
  const { id } = await buyer.reserves(ticket.id);
  const refund = (...args: string[]) => run(['orders', 'refund', ...args, '--data-dir', market.dataDir, '--as', 'zoe']);

  const early = await refund(id, '--then', 'relist');
  expect([early.code, early.err]).toEqual([1, expect.stringContaining('The order is placed')]);
  expect((await refund('7', '--then', 'relist')).code).toBe(2);
  expect((await refund(id)).code).toBe(2);
  expect((await refund(crypto.randomUUID(), '--then', 'relist')).code).toBe(1);

  await buyer.pays(id);
  const done = await refund(id, '--then', 'relist');
  expect([done.code, done.out]).toEqual([0, expect.stringContaining('The ticket is for sale again.')]);
  const order = async () => (await buyer.get(`/api/orders/${id}`)).json();
  await expect.poll(async () => (await order()).status, { timeout: 5000 }).toBe('refunded');
  expect((await order()).payments).toMatchObject([{ status: 'refunded', reason: 'operator' }]);
  expect((await buyer.get(`/api/tickets/${ticket.id}`)).json().status).toBe('available');
  expect(await market.parts.books.refunds()).toHaveLength(1);

  const again = await refund(id, '--then', 'withdraw');
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('refunded')]);
  const commits = await market.parts.log.readStream(`order-${id}`);
  expect(commits.map(({ actor }) => actor)).toContain('operator:zoe');
});
