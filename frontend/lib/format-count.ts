import { type Locale, languages } from './locale.ts';

export function formatCount(count: number, locale: Locale): string {
  return new Intl.NumberFormat(languages[locale].intl).format(count);
}
