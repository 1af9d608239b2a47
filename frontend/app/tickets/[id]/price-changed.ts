import type { Money } from '@boxoffice/contracts';
import { costAt } from '../../../lib/cost.ts';
import { formatMoney } from '../../../lib/format-money.ts';

/** Says the price that was seen and the price of now, both as the buyer would pay them. */
export function priceChanged(seen: Money, present: Money, feeBasisPoints: number): string {
  const [before, now] = [seen, present].map((price) => formatMoney(costAt(price, feeBasisPoints).total));
  return (
    `The seller changed the price while you were reading: in all, it was ${before} and is ${now} now. ` +
    'Nothing was reserved. Reserve it if you still want it.'
  );
}
