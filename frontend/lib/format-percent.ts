import { type Locale, languages } from './locale.ts';

/** `5%`, `2.25%`: from hundredths of a percent. */
export function formatPercent(basisPoints: number, locale: Locale): string {
  const format = new Intl.NumberFormat(languages[locale].intl, { style: 'percent', maximumFractionDigits: 2 });
  return format.format(basisPoints / 10_000);
}
