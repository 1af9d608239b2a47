import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencies, parseAmount, printAmount, shareOf, sumOf } from './amount.ts';
import { Amount, Currency, MAX_AMOUNT, Money, StoredMoney } from './money.ts';

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

/** The definition, in numbers that have no end: the nearest whole, a half to the even neighbour. */
function nearest(amount: number, basisPoints: number): number {
  const twice = 2n * BigInt(amount) * BigInt(basisPoints);
  const whole = twice / 20_000n;
  const rest = twice % 20_000n;
  return Number(rest > 10_000n || (rest === 10_000n && whole % 2n === 1n) ? whole + 1n : whole);
}

describe('a share of an amount', () => {
  const amount = fc.oneof(
    fc.integer({ min: 0, max: MAX_AMOUNT }),
    // Halves: what ends so that its twentieth is neither less nor more.
    fc.nat({ max: MAX_AMOUNT / 20 - 1 }).map((tens) => tens * 20 + 10),
    fc.constantFrom(0, 1, MAX_AMOUNT - 1, MAX_AMOUNT),
  );
  const basisPoints = fc.oneof(fc.constantFrom(0, 1, 500, 525, 3333, 5000, 9999, 10_000), fc.nat({ max: 10_000 }));

  test('is what it is by definition, in every currency', () => {
    fc.assert(
      fc.property(amount, basisPoints, currency, (amount, basisPoints, currency) => {
        expect(shareOf({ amount, currency }, basisPoints)).toEqual({ amount: nearest(amount, basisPoints), currency });
      }),
      { numRuns: 1000 },
    );
  });

  test('and what is left of it are the whole', () => {
    fc.assert(
      fc.property(amount, basisPoints, currency, (amount, basisPoints, currency) => {
        const share = shareOf({ amount, currency }, basisPoints);
        expect(share.amount).toBeGreaterThanOrEqual(0);
        expect(share.amount).toBeLessThanOrEqual(amount);
        const rest = { amount: amount - share.amount, currency };
        expect(sumOf(share, rest)).toEqual({ amount, currency });
      }),
    );
  });

  test('does not fall to one side: of all halves up to 100.00 as many go up as down', () => {
    const halves = Array.from({ length: 500 }, (_, tens) => tens * 20 + 10);
    const ups = halves.filter((amount) => shareOf({ amount, currency: 'EUR' }, 500).amount * 20 > amount);
    expect(ups).toHaveLength(halves.length / 2);
  });

  test.each([
    [9900, 'EUR', 500, 495],
    [9, 'EUR', 500, 0],
    [10, 'EUR', 500, 0],
    [11, 'EUR', 500, 1],
    [29, 'EUR', 500, 1],
    [30, 'EUR', 500, 2],
    [50, 'EUR', 500, 2],
    [1, 'EUR', 5000, 0],
    [3, 'EUR', 5000, 2],
    [5, 'EUR', 5000, 2],
    [1230, 'JPY', 500, 62],
    [12_345, 'KWD', 500, 617],
    [12_350, 'KWD', 500, 618],
    [7, 'EUR', 0, 0],
    [7, 'EUR', 10_000, 7],
    [MAX_AMOUNT, 'EUR', 10_000, MAX_AMOUNT],
  ] as const)(
    'of %i minor units of %s, %i hundredths of a percent of it, is %i',
    (amount, currency, basisPoints, share) => {
      expect(shareOf({ amount, currency }, basisPoints)).toEqual({ amount: share, currency });
    },
  );
});

describe('a sum', () => {
  test('is of one currency', () => {
    expect(sumOf({ amount: 9900, currency: 'EUR' }, { amount: 495, currency: 'EUR' })).toEqual({
      amount: 10_395,
      currency: 'EUR',
    });
  });

  test('of two currencies is none', () => {
    const sum = () => sumOf({ amount: 1, currency: 'EUR' }, { amount: 1, currency: 'JPY' });
    expect(sum).toThrow('EUR cannot be added to JPY');
  });
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
