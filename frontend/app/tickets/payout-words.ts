import type { MarketView, StoredMoney } from '@boxoffice/contracts';
import { costAt } from '../../lib/cost.ts';
import { formatMoney } from '../../lib/format-money.ts';
import { formatPercent } from '../../lib/format-percent.ts';
import type { Words } from '../../lib/words.ts';

/** What a seller gets and a buyer pays: for the price that is asked, or by an example. */
export function payoutWords(
  { currency, feeBasisPoints }: MarketView,
  { t, locale }: Words,
  asked?: StoredMoney,
): string {
  if (feeBasisPoints === 0) return t('price.noFee');
  const cost = costAt(asked ?? { amount: 10_000, currency }, feeBasisPoints);
  const price = formatMoney(cost.price, locale);
  const total = formatMoney(cost.total, locale);
  return asked
    ? t('price.payoutOf', { price, fee: formatMoney(cost.fee, locale), total })
    : t('price.payout', { percent: formatPercent(feeBasisPoints, locale), price, total });
}
