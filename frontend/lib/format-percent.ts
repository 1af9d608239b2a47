import { locale } from './locale.ts';

/** `5%`, `2.25%`: from hundredths of a percent. */
export function formatPercent(basisPoints: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(basisPoints / 10_000);
}
