import { later, NOW } from '@boxoffice/common/testing';
import { expect, test } from 'vitest';
import { nextAttempt, WAITS } from './retry.ts';

const DAY = 24 * 60 * 60 * 1000;

test('waits longer each time, and gives up after three days', () => {
  const next = WAITS.map((_, failed) => nextAttempt(failed + 1, NOW, () => 0));
  expect(next.slice(0, 4)).toEqual([later(5), later(60), later(300), later(1800)]);
  expect(nextAttempt(WAITS.length + 1, NOW)).toBeUndefined();
  const all = WAITS.reduce((sum, wait) => sum + wait, 0);
  expect(all).toBeGreaterThan(2.9 * DAY);
  expect(all * 1.1).toBeLessThan(3.5 * DAY);
  expect([...WAITS].sort((one, other) => one - other)).toEqual(WAITS);
});

test('waits a little longer at random, so that all do not come back at once', () => {
  expect(nextAttempt(2, NOW, () => 1)).toBe(later(66));
  expect(nextAttempt(2, NOW, () => 0.5)).toBe(later(63));
});
