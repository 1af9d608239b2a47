import type { Currency, Money, StoredMoney } from './money.ts';

// Without schemas: what shows prices in a browser should not have to bring them along.

/**
 * The currencies a market may run in, with the number of digits after the decimal point (ISO 4217). The list only
 * grows: stored events name them.
 */
export const currencies = {
  AUD: 2,
  BHD: 3,
  BRL: 2,
  CAD: 2,
  CHF: 2,
  CZK: 2,
  DKK: 2,
  EUR: 2,
  GBP: 2,
  HUF: 2,
  ILS: 2,
  INR: 2,
  ISK: 0,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  MXN: 2,
  NOK: 2,
  NZD: 2,
  PLN: 2,
  SEK: 2,
  SGD: 2,
  TND: 3,
  TRY: 2,
  USD: 2,
  ZAR: 2,
} as const satisfies Record<string, 0 | 2 | 3>;

/**
 * Reads an amount that a person typed, `12.50` or `12,50`, as minor units, digit by digit: no float is involved.
 * Answers `undefined` for anything else, more decimals than the currency has included.
 */
export function parseAmount(text: string, currency: Currency): number | undefined {
  const digits = currencies[currency];
  const match = /^(\d{1,9})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, whole = '', fraction = ''] = match;
  if (fraction.length > digits) return undefined;
  return Number(whole + fraction.padEnd(digits, '0'));
}

/** Writes an amount as a person would type it: 1250 EUR → `12.50`. The inverse of {@link parseAmount}. */
export function printAmount({ amount, currency }: Money): string {
  const digits = currencies[currency];
  if (digits === 0) return String(amount);
  const text = String(amount).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** A hundredth of a percent. */
const BASIS = 10_000;

/**
 * A share of an amount, in basis points, rounded to a whole minor unit; a half goes to the even neighbour (IEEE 754
 * `roundTiesToEven`), so that many roundings do not add up to one side.
 */
export function shareOf({ amount, currency }: StoredMoney, basisPoints: number): StoredMoney {
  // Exact: both factors are integers, and their product is below 2^53.
  const product = amount * basisPoints;
  const whole = Math.floor(product / BASIS);
  const rest = product - whole * BASIS;
  const up = rest * 2 > BASIS || (rest * 2 === BASIS && whole % 2 === 1);
  return { amount: up ? whole + 1 : whole, currency };
}

/** Adds what is of one currency. */
export function sumOf(one: StoredMoney, other: StoredMoney): StoredMoney {
  if (one.currency !== other.currency) throw new TypeError(`${one.currency} cannot be added to ${other.currency}`);
  return { amount: one.amount + other.amount, currency: one.currency };
}
