import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Amount, Currency, currencies, MAX_AMOUNT, Money, parseAmount, printAmount, StoredMoney } from './money.ts';

const currency = fc.constantFrom(...Currency.options);

describe('an amount that a person typed', () => {
  test('is what was printed, in every currency', () => {
    fc.assert(
      fc.property(currency, fc.integer({ min: 1, max: MAX_AMOUNT }), (currency, amount) => {
        expect(parseAmount(printAmount({ amount, currency }), currency)).toBe(amount);
      }),
    );
  });

  test('is exact for each of the 100,000 prices from 0.01 to 1,000.00', () => {
    const wrong: number[] = [];
    for (let cents = 1; cents <= 100_000; cents += 1) {
      const typed = `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
      if (parseAmount(typed, 'EUR') !== cents) wrong.push(cents);
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    ['12.50', 'EUR', 1250],
    ['12,50', 'EUR', 1250],
    ['12.5', 'EUR', 1250],
    [' 12 ', 'EUR', 1200],
    ['0012', 'EUR', 1200],
    ['0', 'EUR', 0],
    ['12', 'JPY', 12],
    ['12.345', 'KWD', 12_345],
    ['12.3', 'KWD', 12_300],
  ] as const)('%j %s is %i minor units', (text, currency, amount) => {
    expect(parseAmount(text, currency)).toBe(amount);
  });

  test.each([
    ['12.345', 'EUR'],
    ['12.5', 'JPY'],
    ['12.3456', 'KWD'],
  ] as const)('%j has more decimals than %s', (text, currency) => {
    expect(parseAmount(text, currency)).toBeUndefined();
  });

  test.each([
    ['', ' ', '.', '.5', '5.', '-5', '+5', '1e3', '0x10', '1 000', '1.000,00', '1.5.0', 'NaN', 'Infinity', '5€', '١٢'],
    ['1000000000', '9'.repeat(10_000), '5\n5', '__proto__', '{"$gt":""}'],
  ])('%j is no amount', (...texts) => {
    for (const text of texts) expect(parseAmount(text, 'EUR'), text).toBeUndefined();
  });

  test('whatever is typed, it is no fraction', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.float().map(String)), currency, (text, currency) => {
        const amount = parseAmount(text, currency);
        expect(amount === undefined || Number.isSafeInteger(amount)).toBe(true);
      }),
    );
  });
});

test.each([
  [1, 'EUR', '0.01'],
  [99, 'EUR', '0.99'],
  [1250, 'EUR', '12.50'],
  [1250, 'JPY', '1250'],
  [5, 'KWD', '0.005'],
  [12_345, 'KWD', '12.345'],
  [MAX_AMOUNT, 'EUR', '1000000.00'],
] as const)('%i minor units of %s print as %s', (amount, currency, text) => {
  expect(printAmount({ amount, currency })).toBe(text);
});

describe('an amount', () => {
  test.each([1, MAX_AMOUNT])('%d is one', (amount) => {
    expect(Amount.parse(amount)).toBe(amount);
  });

  test.each([
    [0, 'must be more than zero'],
    [-1, 'must be more than zero'],
    [MAX_AMOUNT + 1, `must be ${MAX_AMOUNT} minor units or less`],
    [1e15, `must be ${MAX_AMOUNT} minor units or less`],
    [0.1, 'must be a whole number of minor units'],
    [Number.NaN, 'must be a whole number of minor units'],
    [Number.POSITIVE_INFINITY, 'must be a whole number of minor units'],
    ['100', 'must be a whole number of minor units'],
    [{ $gt: '' }, 'must be a whole number of minor units'],
  ])('%j %s', (amount, message) => {
    expect(Amount.safeParse(amount).error?.issues[0]?.message).toBe(message);
  });
});

describe('a stored price', () => {
  test('may be one that nobody may ask any more', () => {
    for (const amount of [0, MAX_AMOUNT + 1]) {
      const price = { amount, currency: 'EUR' } as const;
      expect(StoredMoney.parse(price)).toEqual(price);
      expect(Money.safeParse(price).success).toBe(false);
    }
  });

  test.each([
    { amount: 0.5, currency: 'EUR' },
    { amount: '1', currency: 'EUR' },
    { amount: 1, currency: 'XXX' },
    { amount: 1, currency: 'EUR', tax: 1 },
  ])('is a whole number of a currency, and no more: %j', (price) => {
    expect(StoredMoney.safeParse(price).success).toBe(false);
  });
});

describe('a currency', () => {
  test('has as many decimals as ISO 4217 gives it', () => {
    for (const [code, digits] of Object.entries(currencies)) {
      const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
      // Unicode prints forint without the decimals that ISO gives it.
      if (code === 'HUF') expect(digits).toBe(2);
      else expect(format.resolvedOptions().maximumFractionDigits, code).toBe(digits);
    }
  });

  test.each(['XXX', 'eur', '', '__proto__', 'toString', 978])('%j is none of a market', (currency) => {
    expect(Money.safeParse({ amount: 1, currency }).error?.issues[0]?.path).toEqual(['currency']);
  });
});
