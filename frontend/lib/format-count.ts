import { locale } from './locale.ts';

export function formatCount(count: number): string {
  return new Intl.NumberFormat(locale).format(count);
}
