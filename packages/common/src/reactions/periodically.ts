import { setTimeout as delay } from 'node:timers/promises';
import { startWorker, type Worker } from '../worker.ts';

/**
 * Does something again and again, `intervalMs` after it was done last. For what is due by the clock: what is due is
 * asked of a read model each time, so that no timer needs to be remembered or restored.
 */
export function periodically(
  name: string,
  intervalMs: number,
  onError: (error: unknown) => void,
  work: (signal: AbortSignal) => Promise<void>,
): Worker {
  return startWorker(name, onError, async (signal) => {
    while (!signal.aborted) {
      await work(signal);
      await delay(intervalMs, undefined, { signal }).catch(() => undefined);
    }
  });
}
