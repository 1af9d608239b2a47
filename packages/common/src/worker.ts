import { setTimeout as delay } from 'node:timers/promises';

/** Something that runs until it is stopped. Disposing of it waits until it has put down what it was doing. */
export interface Worker extends AsyncDisposable {}

/** Milliseconds of work after which earlier failures are forgotten. */
const SOUND = 10_000;

/**
 * Runs `work` until it is stopped. `work` returns when its signal is aborted; when it throws, `onError` is told by
 * which worker, and it starts again after a while, longer each time up to 5 s.
 */
export function startWorker(
  name: string,
  onError: (error: unknown) => void,
  work: (signal: AbortSignal) => Promise<void>,
): Worker {
  const stop = new AbortController();
  const { signal } = stop;

  async function run(): Promise<void> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      const began = performance.now();
      try {
        await work(signal);
      } catch (error) {
        if (signal.aborted) return;
        onError(new Error(`${name} failed and starts again`, { cause: error }));
      }
      if (performance.now() - began > SOUND) failures = 0;
      await delay(Math.min(100 * 2 ** failures, 5000), undefined, { signal }).catch(() => undefined);
    }
  }

  const running = run();
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await running;
    },
  };
}
