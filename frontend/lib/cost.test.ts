import { MAX_AMOUNT, type StoredMoney } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import { costAt, priceWithin } from './cost.ts';

const euros = (amount: number): StoredMoney => ({ amount, currency: 'EUR' });

test('a buyer pays the price and the fee', () => {
  expect(costAt(euros(1250), 500)).toEqual({ price: euros(1250), fee: euros(62), total: euros(1312) });
});

test('without a fee the price is the total', () => {
  expect(costAt(euros(1250), 0)).toEqual({ price: euros(1250), fee: euros(0), total: euros(1250) });
});

describe.each([0, 1, 333, 500, 5000])('with a fee of %i basis points', (basisPoints) => {
  test('the highest price within a total costs no more, and the next one more', () => {
    for (const total of [1, 2, 3, 10, 99, 1000, 1312, 1313, 1314, 99_999, MAX_AMOUNT]) {
      const price = priceWithin(euros(total), basisPoints);
      expect(costAt(euros(price), basisPoints).total.amount).toBeLessThanOrEqual(total);
      expect(costAt(euros(price + 1), basisPoints).total.amount).toBeGreaterThan(total);
    }
  });
});

test('no price costs nothing', () => {
  expect(priceWithin(euros(0), 500)).toBe(0);
});
