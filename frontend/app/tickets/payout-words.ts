import type { MarketView, StoredMoney } from '@boxoffice/contracts';
import { costAt } from '../../lib/cost.ts';
import { formatMoney } from '../../lib/format-money.ts';
import { formatPercent } from '../../lib/format-percent.ts';

/** What a seller gets and a buyer pays: for the price that is asked, or by an example. */
export function payoutWords({ currency, feeBasisPoints }: MarketView, asked?: StoredMoney): string {
  if (feeBasisPoints === 0) return 'You get all that you ask, and buyers pay no more than that.';
  const example = { amount: 10_000, currency };
  const { price, fee, total } = costAt(asked ?? example, feeBasisPoints);
  const [get, add, pay] = [price, fee, total].map(formatMoney);
  return asked
    ? `At the price as it is now you get ${get}. The buyer pays a service fee of ${add} on top: ${pay} in all.`
    : `You get all that you ask. Buyers pay a service fee of ${formatPercent(feeBasisPoints)} on top: ask ${get}, and they pay ${pay} in all.`;
}
