import { expect, test } from 'vitest';
import { readMoment } from './read-moment.ts';

test('what was typed is a moment in UTC', () => {
  expect(readMoment('2027-03-05T19:30')).toEqual({
    typed: '2027-03-05T19:30',
    instant: '2027-03-05T19:30:00.000Z',
    isWrong: false,
  });
});

test.each([undefined, ''])('%j asks for no moment', (typed) => {
  expect(readMoment(typed)).toEqual({ typed: undefined, instant: undefined, isWrong: false });
});

test.each(['yesterday', '2027-02-30T10:00', '2027-03-05'])('%s is none', (typed) => {
  expect(readMoment(typed)).toEqual({ typed, instant: undefined, isWrong: true });
});
