import { type Currency, currencies } from '@boxoffice/contracts';
import type { Translate } from './words.ts';

/** Amounts as one may type them: `45 or 12.50`, and `45` where the currency has no decimals. */
export function amountExample(currency: Currency, t: Translate): string {
  return currencies[currency] === 0 ? '45' : t('remark.amountExamples', { whole: '45', decimal: '12.50' });
}
