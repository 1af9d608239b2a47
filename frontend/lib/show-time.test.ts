import { expect, test } from 'vitest';
import { toInstant, toLocal } from './show-time.ts';

test.each([
  ['2027-03-05T19:30', 'Europe/Berlin', '2027-03-05T18:30:00.000Z'],
  ['2027-07-05T19:30', 'Europe/Berlin', '2027-07-05T17:30:00.000Z'],
  ['2027-03-05T19:30', 'Asia/Kathmandu', '2027-03-05T13:45:00.000Z'],
  ['2027-03-05T19:30', 'UTC', '2027-03-05T19:30:00.000Z'],
])('%s in %s is %s, and back', (local, zone, instant) => {
  expect(toInstant(local, zone)).toBe(instant);
  expect(toLocal(instant, zone)).toBe(local);
});

test('an hour that is skipped is refused', () => {
  expect(() => toInstant('2027-03-28T02:30', 'Europe/Berlin')).toThrow('skipped');
});

test('of an hour that comes twice, the first is meant', () => {
  expect(toInstant('2027-10-31T02:30', 'Europe/Berlin')).toBe('2027-10-31T00:30:00.000Z');
});

test.each(['', 'soon', '2027-02-29T20:00', '2027-03-05', '2027-13-01T20:00', '2027-03-05T25:00', '2027-03-05T19:30Z'])(
  '%j is no date and time',
  (text) => {
    expect(() => toInstant(text, 'Europe/Berlin')).toThrow('moment');
  },
);
