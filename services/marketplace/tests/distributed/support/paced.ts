import { setTimeout as delay } from 'node:timers/promises';

export interface Paced {
  readonly done: number;
  readonly failures: readonly string[];
  /** A second of all that was done, while it was done. */
  perSecond(): number;
  stop(): Promise<void>;
}

/** Under way at a time: beyond that the machine is too slow for the pace, and a queue would only grow. */
const MOST = 40;

/** Begins something so many times a second, whether or not what was begun before has ended. */
export function paced(perSecond: number, once: () => Promise<string | undefined>): Paced {
  const failures: string[] = [];
  const under = new Set<Promise<void>>();
  const began = performance.now();
  let [begun, done, elapsed, isOver] = [0, 0, 0, false];

  function begin(): void {
    const doing = once()
      .catch((error) => String(error))
      .then((failure) => {
        done += 1;
        if (failure) failures.push(failure);
        under.delete(doing);
      });
    under.add(doing);
  }

  const running = (async () => {
    while (!isOver) {
      const due = ((performance.now() - began) / 1000) * perSecond;
      for (; begun < due; begun += 1) if (under.size < MOST) begin();
      await delay(5);
    }
  })();

  return {
    get done() {
      return done;
    },
    failures,
    perSecond: () => (done / (elapsed || performance.now() - began)) * 1000,
    async stop() {
      isOver = true;
      await running;
      await Promise.all(under);
      elapsed = performance.now() - began;
    },
  };
}
