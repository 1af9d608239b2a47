import type { Clock } from '../clock.ts';

/** The time of tests. */
export const NOW = '2027-01-01T12:00:00.000Z';

/** A clock that stands still until it is set. */
export interface TestClock extends Clock {
  set(now: string): void;
}

export function testClock(now = NOW): TestClock {
  let time = now;
  return {
    now: () => time,
    set(later) {
      time = later;
    },
  };
}

/** The time of tests, or another, a number of seconds later. */
export function later(seconds: number, than = NOW): string {
  return new Date(Date.parse(than) + seconds * 1000).toISOString();
}
