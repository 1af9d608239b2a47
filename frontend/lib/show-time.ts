import { Temporal } from 'temporal-polyfill';
import { Remark } from './remark.ts';

/** What a clock on the wall of `timeZone` shows: `2027-03-05T19:30`, as an `<input type="datetime-local">` wants it. */
export function toLocal(instant: string, timeZone: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' });
}

/**
 * The moment when that clock shows `local`, in UTC. Of the two moments when clocks are set back, the first.
 * @throws {Remark} not a date and time, or an hour that is skipped when clocks are set forward
 */
export function toInstant(local: string, timeZone: string): string {
  const typed = plain(local);
  if (!typed) throw new Remark('moment');
  const zoned = typed.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  if (!zoned.toPlainDateTime().equals(typed)) {
    throw new Remark('skipped');
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
