import { currencies, type Money, printAmount } from '@boxoffice/contracts';
import { type Locale, languages } from './locale.ts';

export function formatMoney(money: Money, locale: Locale): string {
  const digits = currencies[money.currency];
  const formatter = new Intl.NumberFormat(languages[locale].intl, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // As text: a decimal string is formatted exactly, a float would not be.
  return formatter.format(printAmount(money) as `${number}`);
}
