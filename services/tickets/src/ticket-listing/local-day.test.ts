import { expect, test } from 'vitest';
import { localDay } from './local-day.ts';

test.each([
  ['2027-02-28T22:59:59.999Z', 'Europe/Berlin', '2027-02-28'],
  ['2027-02-28T23:00:00.000Z', 'Europe/Berlin', '2027-03-01'],
  ['2027-06-30T22:00:00.000Z', 'Europe/Berlin', '2027-07-01'],
  ['2027-12-31T23:59:59.999Z', 'UTC', '2027-12-31'],
  ['2027-01-01T09:59:59.999Z', 'Pacific/Honolulu', '2026-12-31'],
  ['2027-02-28T23:30:00.000Z', 'Mars/Olympus', '2027-02-28'],
  ['2026-12-31T10:00:00.000Z', 'Pacific/Kiritimati', '2027-01-01'],
])('%s in %s is %s', (instant, timeZone, day) => {
  expect(localDay(instant, timeZone)).toBe(day);
});
