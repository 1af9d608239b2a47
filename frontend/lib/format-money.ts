import { currencies, type Money, printAmount } from '@boxoffice/contracts';
import { locale } from './locale.ts';

export function formatMoney(money: Money): string {
  const digits = currencies[money.currency];
  const formatter = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // As text: a decimal string is formatted exactly, a float would not be.
  return formatter.format(printAmount(money) as `${number}`);
}
