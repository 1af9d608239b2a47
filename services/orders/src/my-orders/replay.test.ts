import { bytes, commitsOf, delivered, deliveries, stateOf } from '@boxoffice/common/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { order } from '../order/order.ts';
import { histories, paymentsOf } from './histories.controls.ts';
import { myOrders } from './projection.ts';

test('however commits come, the orders are the same bytes', async () => {
  const cases = histories
    .map(({ history }) => commitsOf(...history))
    .chain((commits) => fc.record({ commits: fc.constant(commits), delivery: deliveries(commits) }));
  await fc.assert(
    fc.asyncProperty(cases, async ({ commits, delivery }) => {
      const atOnce = bytes(await delivered(myOrders, [commits]));
      const oneByOne = commits.map((commit) => [commit]);
      expect(bytes(await delivered(myOrders, oneByOne))).toBe(atOnce);
      expect(bytes(await delivered(myOrders, delivery))).toBe(atOnce);
    }),
  );
});

test('an order is shown as what it is, whatever becomes of its payments', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async ({ history, events }) => {
      for (const { _id, status, expiresAt, payments } of await delivered(myOrders, [commitsOf(...history)])) {
        const own = events.get(_id) ?? [];
        expect(stateOf(order, own)).toMatchObject({ status, expiresAt });
        expect(Object.fromEntries(payments.map(({ id, status }) => [id, status]))).toEqual(
          Object.fromEntries(paymentsOf(own)),
        );
      }
    }),
    { numRuns: 50 },
  );
});
