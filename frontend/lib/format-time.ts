import { type Locale, languages } from './locale.ts';

interface Place {
  locale: Locale;
  timeZone?: string;
  zoneName?: 'short' | 'long';
}

/** `Fri, 5 Mar 2027, 19:30 CET`: in the zone given, which is named. */
export function formatMoment(instant: string, { locale, timeZone = 'UTC', zoneName = 'short' }: Place): string {
  return new Intl.DateTimeFormat(languages[locale].intl, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: zoneName,
  }).format(new Date(instant));
}

/** The same in another zone than the one it was said in: `18:30 UTC`, with the day if that differs; nothing to add is ''. */
export function formatElsewhere(
  instant: string,
  { than, ...here }: { locale: Locale; timeZone: string; than: string },
): string {
  const there = { ...here, timeZone: than };
  const text = formatMoment(instant, here);
  if (text === formatMoment(instant, there)) return '';
  const day = (timeZone: string) => new Date(instant).toLocaleDateString('en', { timeZone });
  if (day(here.timeZone) !== day(than)) return text;
  return new Intl.DateTimeFormat(languages[here.locale].intl, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: here.timeZone,
    timeZoneName: 'short',
  }).format(new Date(instant));
}

/** The day alone, in parts, for a calendar leaf. */
export function dayParts(
  instant: string,
  { locale, timeZone = 'UTC' }: Place,
): { weekday: string; day: string; month: string } {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(languages[locale].intl, { ...options, timeZone }).format(new Date(instant));
  return { weekday: part({ weekday: 'short' }), day: part({ day: 'numeric' }), month: part({ month: 'short' }) };
}

/** `2027-03` → `March 2027` */
export function formatMonth(month: string, locale: Locale): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  const format = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(languages[locale].intl, format).format(first);
}

/** `15 minutes`, `90 seconds` */
export function formatSpan(seconds: number, locale: Locale): string {
  const inMinutes = seconds >= 120 || seconds === 60;
  return new Intl.NumberFormat(languages[locale].intl, {
    style: 'unit',
    unit: inMinutes ? 'minute' : 'second',
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(inMinutes ? seconds / 60 : seconds);
}
