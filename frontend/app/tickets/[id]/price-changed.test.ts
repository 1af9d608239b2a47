import { expect, test } from 'vitest';
import { english } from '../../../lib/testing/words.ts';
import { priceChanged } from './price-changed.ts';

test('the price that was seen and the one of now are said with the fee, and that nothing was done', () => {
  const words = priceChanged({ amount: 5000, currency: 'EUR' }, { amount: 6000, currency: 'EUR' }, 500, english);
  expect(words).toContain('it was €52.50 and is €63.00 now');
  expect(words).toContain('Nothing was reserved.');
});
