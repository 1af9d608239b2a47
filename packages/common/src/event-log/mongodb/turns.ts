import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds for which others are reckoned with after they were first once. */
const REMEMBERED = 1000;
/** Milliseconds that a turn is thought to take at the most. */
const LONGEST = 50;

/**
 * Lets the processes that append to one log take turns. Left to themselves, whoever has just written is first again,
 * and those who try in vain cost the server as much as those who succeed. Nothing but time depends on it: the indexes
 * decide who was first.
 */
export function turns() {
  let losses = 0;
  let lostAt = Number.NEGATIVE_INFINITY;
  let length = LONGEST / 5;

  return {
    /** Waits, when there are others; then they may have written. Alone, it does not wait, and answers `false`. */
    async wait(): Promise<boolean> {
      if (performance.now() - lostAt > REMEMBERED) return false;
      // Who has just written lets the others go first; who has lost most often is the first of them.
      const first = losses === 0 ? length : 0;
      await delay(first + (2 * length * Math.random()) / 2 ** losses);
      return true;
    },
    won(ms: number): void {
      losses = 0;
      length = Math.min(ms, LONGEST);
    },
    lost(): void {
      losses += 1;
      lostAt = performance.now();
    },
  };
}
