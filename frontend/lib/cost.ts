import { type OrderView, type StoredMoney, shareOf, sumOf } from '@boxoffice/contracts';

/** What a buyer pays, and of what it is made. */
export type Cost = Pick<OrderView, 'price' | 'fee' | 'total'>;

/** What a listing costs today: the seller's price and the market's fee. */
export function costAt(price: StoredMoney, feeBasisPoints: number): Cost {
  const fee = shareOf(price, feeBasisPoints);
  return { price, fee, total: sumOf(price, fee) };
}

/** The highest price of a seller that costs a buyer no more than `total`; 0 if there is none. */
export function priceWithin(total: StoredMoney, feeBasisPoints: number): number {
  const { currency } = total;
  const fits = (amount: number) => costAt({ amount, currency }, feeBasisPoints).total.amount <= total.amount;
  // Fees are rounded, so the quotient may be off by one.
  let amount = Math.floor((total.amount * 10_000) / (10_000 + feeBasisPoints)) + 1;
  while (amount > 0 && !fits(amount)) amount -= 1;
  return amount;
}
