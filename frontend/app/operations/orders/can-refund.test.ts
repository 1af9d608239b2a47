import type { OrderChain } from '@boxoffice/contracts';
import { expect, test } from 'vitest';
import { canRefund } from './can-refund.ts';

const orderId = '0d3e7000-0000-4000-8000-000000000001';
const chainOf = (...types: string[]) => ({
  orderId,
  steps: types.map((type) => ({ events: [{ stream: `order-${orderId}`, type, version: 1, data: {} }] })),
});

test.each([
  [['OrderPlaced'], false],
  [['OrderPlaced', 'OrderPaid'], true],
  [['OrderPlaced', 'OrderPaid', 'OrderRefundStarted', 'OrderRefunded'], false],
])('after %j: %s', (types, is) => {
  expect(canRefund(chainOf(...types) as OrderChain)).toBe(is);
});

test('what happened to another order of the same ticket does not count', () => {
  expect(canRefund({ ...chainOf('OrderPaid'), orderId: '0d3e7000-0000-4000-8000-000000000002' } as OrderChain)).toBe(
    false,
  );
});
