import { expect, test } from 'vitest';
import { amountExample } from './amount-example.ts';
import { formatMoney } from './format-money.ts';
import { formatPercent } from './format-percent.ts';
import { formatSeats } from './format-ticket.ts';
import { dayParts, formatElsewhere, formatMoment, formatMonth, formatSpan } from './format-time.ts';
import { english, wordsIn } from './testing/words.ts';

test.each([
  [{ amount: 1250, currency: 'EUR' }, '€12.50'],
  [{ amount: 1250, currency: 'JPY' }, 'JP¥1,250'],
  [{ amount: 1250, currency: 'KWD' }, /1\.250/],
  [{ amount: 100_000_000, currency: 'EUR' }, '€1,000,000.00'],
] as const)('%j has the digits of its currency', (money, text) => {
  expect(formatMoney(money, 'en')).toMatch(text);
});

test('a moment is told in its own zone, and the zone is named', () => {
  expect(formatMoment('2027-03-05T18:30:00.000Z', { locale: 'en', timeZone: 'Europe/Berlin' })).toMatch(
    /Fri,? 5 Mar 2027,? (at )?19:30 CET/,
  );
});

test.each([
  ['UTC', /^18:30 UTC$/],
  ['Asia/Tokyo', /^Sat,? 6 Mar 2027,? (at )?03:30 GMT\+9$/],
  ['Europe/Paris', /^$/],
])('the same moment in %s is told as far as it differs', (timeZone, text) => {
  const than = 'Europe/Berlin';
  expect(formatElsewhere('2027-03-05T18:30:00.000Z', { locale: 'en', timeZone, than })).toMatch(text);
});

test('a day is that of the show, not that of UTC', () => {
  expect(dayParts('2027-03-05T23:30:00.000Z', { locale: 'en', timeZone: 'Asia/Tokyo' })).toEqual({
    weekday: 'Sat',
    day: '6',
    month: 'Mar',
  });
});

test('a month is named', () => {
  expect(formatMonth('2027-03', 'en')).toBe('March 2027');
});

test.each([
  [900, '15 minutes'],
  [60, '1 minute'],
  [90, '90 seconds'],
  [1, '1 second'],
])('a hold of %i s is told as %s', (seconds, text) => {
  expect(formatSpan(seconds, 'en')).toBe(text);
});

test('seats name only what is known', () => {
  expect(formatSeats({ title: 'x', quantity: 1, row: '4' }, english.t)).toBe('Row \u20684\u2069');
  expect(formatSeats({ title: 'x', quantity: 1 }, english.t)).toBe('');
});

test.each([
  [500, '5%'],
  [225, '2.25%'],
  [0, '0%'],
])('a fee of %i basis points is told as %s', (basisPoints, text) => {
  expect(formatPercent(basisPoints, 'en')).toBe(text);
});

test.each([
  ['en', '45 or 12.50'],
  ['de', '45 oder 12,50'],
] as const)('an amount is typed in %s as %s', (locale, example) => {
  const words = wordsIn(locale);
  expect(amountExample('EUR', words)).toBe(example);
  expect(amountExample('JPY', words)).toBe('45');
});
