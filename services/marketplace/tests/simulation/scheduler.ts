import { vi } from 'vitest';

/** A number from 0 to 1 that follows from the seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Scheduler = ReturnType<typeof scheduler>;

/** Decides who goes on next, by the seed alone: everything that waits does so for its turn. */
export function scheduler(seed: number) {
  const random = randomOf(seed);
  const waiting: (() => void)[] = [];

  async function step(): Promise<boolean> {
    // Whatever can go on without a turn does so first.
    await new Promise((resolve) => setImmediate(resolve));
    if (waiting.length === 0) {
      if (vi.getTimerCount() === 0) return false;
      await vi.advanceTimersToNextTimerAsync();
      return true;
    }
    const [next] = waiting.splice(Math.floor(random() * waiting.length), 1);
    next?.();
    return true;
  }

  return {
    random,
    /** True so often. */
    chance: (part: number) => random() < part,
    pick: <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)],
    /** A point at which anything else may happen first. */
    turn: () => new Promise<void>((resolve) => waiting.push(resolve)),
    /** Gives so many turns. */
    async run(turns: number): Promise<void> {
      for (let n = 0; n < turns && (await step()); n += 1);
    },
    /** Gives turns until nobody waits for one. */
    async drain(): Promise<void> {
      while (await step());
    },
  };
}
