import { expect, test } from 'vitest';
import { clock, milestone } from './time-left.ts';

test.each([
  [900_000, '15:00'],
  [899_999, '15:00'],
  [61_000, '1:01'],
  [1, '0:01'],
  [0, '0:00'],
  [-5000, '0:00'],
])('%i ms are %s', (milliseconds, text) => {
  expect(clock(milliseconds)).toBe(text);
});

test('only a few moments are announced', () => {
  const said = new Set<string | undefined>();
  for (let left = 900_000; left >= -1000; left -= 1000) said.add(milestone(left));
  expect([...said]).toEqual([undefined, 'fiveMinutes', 'oneMinute', 'halfMinute', 'ended']);
});
