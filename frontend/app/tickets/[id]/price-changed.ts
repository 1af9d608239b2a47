import type { Money } from '@boxoffice/contracts';
import { costAt } from '../../../lib/cost.ts';
import { formatMoney } from '../../../lib/format-money.ts';
import type { Words } from '../../../lib/words.ts';

/** Says the price that was seen and the price of now, both as the buyer would pay them. */
export function priceChanged(seen: Money, present: Money, feeBasisPoints: number, { t, locale }: Words): string {
  const inAll = (price: Money) => formatMoney(costAt(price, feeBasisPoints).total, locale);
  return t('price.changed', { before: inAll(seen), now: inAll(present) });
}
