import { setTimeout as delay } from 'node:timers/promises';
import { startWorker, type Worker } from '../worker.ts';
import type { Cursors } from './cursors.ts';

export interface Periodic {
  readonly name: string;
  /** Milliseconds after it was done last. */
  readonly intervalMs: number;
  /** Who has the cursor of its name does it: one process at a time. */
  readonly cursors: Cursors;
  readonly onError: (error: unknown) => void;
  readonly work: (signal: AbortSignal) => Promise<void>;
}

/**
 * Does something again and again. For what is due by the clock: what is due is asked of a read model each time, so
 * that no timer needs to be remembered or restored.
 */
export function periodically({ name, intervalMs, cursors, onError, work }: Periodic): Worker {
  return startWorker(name, onError, async (signal) => {
    await using cursor = await cursors.take(name, signal);
    while (!signal.aborted) {
      await cursor.confirm();
      await work(signal);
      await delay(intervalMs, undefined, { signal }).catch(() => undefined);
    }
  });
}
