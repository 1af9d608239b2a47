import { setTimeout as delay } from 'node:timers/promises';
import type { MongoConnection } from '../mongodb/connect.ts';
import { startWorker } from '../worker.ts';

/** Milliseconds without an answer after which the server counts as gone. */
const PATIENCE = 4000;

/** Tells whether the server still answers. */
export interface Pulse extends AsyncDisposable {
  readonly isThere: boolean;
}

/** Asks the primary every second. */
export function pulseOf({ db }: MongoConnection): Pulse {
  let answered = performance.now();
  // What a question ends with is told by its silence.
  const asking = startWorker(
    'pulse',
    () => undefined,
    async (signal) => {
      while (!signal.aborted) {
        await db.command({ ping: 1 }, { timeoutMS: PATIENCE });
        answered = performance.now();
        await delay(1000, undefined, { signal }).catch(() => undefined);
      }
    },
  );
  return {
    get isThere() {
      return performance.now() - answered < PATIENCE;
    },
    [Symbol.asyncDispose]: () => asking[Symbol.asyncDispose](),
  };
}
