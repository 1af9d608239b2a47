import { locale } from './locale.ts';

/** `Fri, 5 Mar 2027, 19:30 CET`: in the zone given, which is named. */
export function formatMoment(instant: string, timeZone = 'UTC', zoneName: 'short' | 'long' = 'short'): string {
  return new Intl.DateTimeFormat(locale, {
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

/** The day alone, in parts, for a calendar leaf. */
export function dayParts(instant: string, timeZone: string): { weekday: string; day: string; month: string } {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(new Date(instant));
  return { weekday: part({ weekday: 'short' }), day: part({ day: 'numeric' }), month: part({ month: 'short' }) };
}

/** `2027-03` → `March 2027` */
export function formatMonth(month: string): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(first);
}

/** `15 minutes`, `90 seconds` */
export function formatSpan(seconds: number): string {
  const inMinutes = seconds >= 120 || seconds === 60;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: inMinutes ? 'minute' : 'second',
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(inMinutes ? seconds / 60 : seconds);
}
