import { type Currency, currencies } from '@boxoffice/contracts';
import { expect, test } from 'vitest';
import { stripeAmount } from './amount.ts';

test.each([
  ['EUR', 1250, 1250],
  ['HUF', 1250, 1250],
  ['JPY', 500, 500],
  ['KRW', 500, 500],
  ['ISK', 5, 500],
  ['KWD', 5120, 5120],
  ['KWD', 5124, 5120],
  ['BHD', 5129, 5120],
  ['TND', 5130, 5130],
] as const)('%s %d is %d to Stripe', (currency, amount, expected) => {
  expect(stripeAmount({ amount, currency })).toEqual({ amount: expected, currency: currency.toLowerCase() });
});

test('no currency is charged more than was shown', () => {
  for (const currency of Object.keys(currencies) as Currency[]) {
    const units = currency === 'ISK' ? 100 : 1;
    for (const amount of [1000, 1001, 1009, 99_999_999]) {
      const { amount: charged } = stripeAmount({ amount, currency });
      expect(charged).toBeLessThanOrEqual(amount * units);
      expect(charged).toBeGreaterThan(amount * units - 10);
    }
  }
});
