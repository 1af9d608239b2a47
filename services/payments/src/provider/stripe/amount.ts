import { currencies, type StoredMoney } from '@boxoffice/contracts';

/** Without decimals in the market, and with two in Stripe's interface, which keeps to what it once was. */
const writtenWithTwo: ReadonlySet<string> = new Set(['ISK']);

/**
 * An amount in the units that Stripe counts in (docs.stripe.com/currencies): those of ISO 4217, but for two kinds.
 * Krónur are written with two decimals that are always zero. Of three decimals the last must be zero: the amount is
 * rounded down, so that nobody pays more than was shown, by 9 thousandths at most.
 */
export function stripeAmount({ amount, currency }: StoredMoney): { amount: number; currency: string } {
  const code = currency.toLowerCase();
  if (writtenWithTwo.has(currency)) return { amount: amount * 100, currency: code };
  return { amount: currencies[currency] === 3 ? amount - (amount % 10) : amount, currency: code };
}
