import { Busy } from '@boxoffice/common';

/** Lets a number of tasks run at once and a number wait; refuses the others. */
export function queue({ running, waiting }: { running: number; waiting: number }) {
  let active = 0;
  const line: (() => void)[] = [];

  return async <Result>(task: () => Promise<Result>): Promise<Result> => {
    if (active >= running) {
      if (line.length >= waiting) throw new Busy('Many people are signing in', 2);
      await new Promise<void>((resolve) => line.push(resolve));
    } else {
      active += 1;
    }
    try {
      return await task();
    } finally {
      // The place is handed on, not given up, so that nobody who comes later can slip in between.
      const next = line.shift();
      if (next) next();
      else active -= 1;
    }
  };
}
