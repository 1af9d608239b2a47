import { startWorker, type Worker } from '../../worker.ts';
import type { Commits } from './commits.ts';

/** Rings for what this process appends at once, and for what others append as soon as a majority has it. */
export function mongoDoorbell(commits: Commits) {
  const listeners = new Set<() => void>();
  let watching: Worker | undefined;
  const ring = () => {
    for (const listener of listeners) listener();
  };

  async function watch(signal: AbortSignal): Promise<void> {
    await using changes = commits.watch([{ $match: { operationType: 'insert' } }, { $project: { _id: 1 } }], {
      // Below the socket's time-out: the server must answer before the driver gives it up.
      maxAwaitTimeMS: 1000,
    });
    const onAbort = () => void changes.close();
    signal.addEventListener('abort', onAbort);
    try {
      for await (const _ of changes) ring();
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  return {
    ring,
    listen(listener: () => void): () => void {
      listeners.add(listener);
      // Who must not miss anything polls as well: an error here costs time, and nothing else.
      watching ??= startWorker('doorbell', () => undefined, watch);
      return () => listeners.delete(listener);
    },
    async [Symbol.asyncDispose]() {
      await watching?.[Symbol.asyncDispose]();
    },
  };
}
