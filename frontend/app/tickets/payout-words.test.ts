import { expect, test } from 'vitest';
import { english } from '../../lib/testing/words.ts';
import { payoutWords } from './payout-words.ts';

const market = { currency: 'EUR', holdSeconds: 900, paySeconds: 600, feeBasisPoints: 500 } as const;

test('before a price is known, the fee is said in percent and by an example', () => {
  expect(payoutWords(market, english)).toMatch(/fee of 5% on top: ask €100\.00, and they pay €105\.00 in all/);
});

test('of a price, the payout, the fee and the total are said', () => {
  const words = payoutWords(market, english, { amount: 1250, currency: 'EUR' });
  expect(words).toMatch(/you get €12\.50.* fee of €0\.62 on top: €13\.12 in all/);
});

test('where there is no fee, none is spoken of', () => {
  expect(payoutWords({ ...market, feeBasisPoints: 0 }, english)).not.toContain('fee');
});
