import { z } from 'zod';

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

/** An ISO 4217 code. */
export const Currency = z.enum(Object.keys(currencies) as [keyof typeof currencies]);
export type Currency = z.infer<typeof Currency>;

/** The dearest price that can be asked, in minor units. */
export const MAX_AMOUNT = 100_000_000;

/** An amount in minor units (cents, yen, fils): an integer, never a fraction. */
export const Amount = z
  .int({ error: 'must be a whole number of minor units' })
  .min(1, { error: 'must be more than zero' })
  .max(MAX_AMOUNT, { error: `must be ${MAX_AMOUNT} minor units or less` });

/** A price as stored: what may be asked today does not bind what was asked then. */
export const StoredMoney = z.strictObject({ amount: z.int(), currency: Currency });
export type StoredMoney = z.infer<typeof StoredMoney>;

/** A price as people may ask it. */
export const Money = z.strictObject({ amount: Amount, currency: Currency });
export type Money = z.infer<typeof Money>;

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
