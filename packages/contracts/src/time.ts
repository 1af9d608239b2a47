import { z } from 'zod';

/** A moment in UTC, ISO 8601 with milliseconds: `2027-03-01T19:30:00.000Z`. Sorts as text. */
export const Instant = z.iso.datetime({ precision: 3 });

/** A moment as people may send it: with `Z` or an offset, any precision. Parsed into an {@link Instant}. */
export const InstantInput = z.iso
  .datetime({ offset: true, error: 'must be a date and time that exist, with Z or an offset, as 2027-03-01T19:30:00Z' })
  .transform((text) => new Date(text).toISOString())
  .pipe(Instant);

/** A day as people may send it in a query: `2027-03-01`. */
export const Day = z.iso.date({ error: 'must be a day that exists, as 2027-03-01' });

/** The name of an IANA time zone, as stored: `Europe/Berlin`. */
export const TimeZone = z
  .string()
  .regex(/^[A-Za-z][\w+\-/]{0,63}$/, { error: 'must be an IANA time zone, as Europe/Berlin' })
  .meta({ example: 'Europe/Berlin' });

/** A time zone as people may send it: one that this machine knows. */
export const TimeZoneInput = TimeZone.refine(isTimeZone, { error: 'must be an IANA time zone, as Europe/Berlin' });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
