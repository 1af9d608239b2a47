const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of a moment in a time zone: `2027-02-28T23:30:00.000Z` in Berlin is `2027-03-01`. */
export function localDay(instant: string, timeZone: string): string {
  const format = formats.get(timeZone) ?? formatOf(timeZone);
  formats.set(timeZone, format);
  return format.format(new Date(instant));
}

/** A zone that was known when the ticket was listed may not be known any more: then the day is that of UTC. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  } catch {
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', dateStyle: 'short' });
  }
}
