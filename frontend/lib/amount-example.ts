import { type Currency, currencies } from '@boxoffice/contracts';
import { languages } from './locale.ts';
import type { Words } from './words.ts';

/** Amounts as one may type them: `45 or 12.50`, `45 oder 12,50`, and `45` where the currency has no decimals. */
export function amountExample(currency: Currency, { t, locale }: Words): string {
  const [whole, half] = [45, 12.5];
  if (currencies[currency] === 0) return `${whole}`;
  const decimal = new Intl.NumberFormat(languages[locale].intl, { minimumFractionDigits: 2 }).format(half);
  return t('remark.amountExamples', { whole: `${whole}`, decimal });
}
