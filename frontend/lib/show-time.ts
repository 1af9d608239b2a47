import { Temporal } from 'temporal-polyfill';

/** What a clock on the wall of `timeZone` shows: `2027-03-05T19:30`, as an `<input type="datetime-local">` wants it. */
export function toLocal(instant: string, timeZone: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' });
}

/**
 * The moment when that clock shows `local`, in UTC. Of the two moments when clocks are set back, the first. Throws
 * words for the person who typed it: not a date and time, or an hour that is skipped when clocks are set forward.
 */
export function toInstant(local: string, timeZone: string): string {
  const typed = plain(local);
  if (!typed) throw new RangeError('must be a date and time that exist, as 2027-03-05T19:30');
  const zoned = typed.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  if (!zoned.toPlainDateTime().equals(typed)) {
    throw new RangeError('does not exist there: the clocks are set forward over it that night');
  }
  return new Date(zoned.epochMilliseconds).toISOString();
}

function plain(local: string): Temporal.PlainDateTime | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/.test(local)) return undefined;
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
