import type { EventLog } from '../event-log/event-log.ts';
import { wakeUp } from '../wake-up.ts';
import type { Worker } from '../worker.ts';
import { startWorker } from '../worker.ts';
import type { EventBus } from './event-bus.ts';

export interface RelayOptions {
  readonly log: EventLog;
  readonly bus: EventBus;
  /** The position of the last commit that the bus has had. */
  readonly after: number;
  readonly onError: (error: unknown) => void;
  readonly pollMs?: number;
}

/** Carries the log to the bus, commit by commit, in order. */
export function startRelay({ log, bus, after, onError, pollMs = 1000 }: RelayOptions): Worker {
  let position = after;
  return startWorker(onError, async (signal) => {
    const bell = wakeUp();
    const stopListening = log.onAppend(bell.ring);
    signal.addEventListener('abort', bell.ring);
    try {
      while (!signal.aborted) {
        const commits = await log.read(position, 100);
        // Handed over in order, and waited for together. After a failure all of them come again: nobody minds.
        await Promise.all(commits.map((commit) => bus.publish(commit)));
        position = commits.at(-1)?.position ?? position;
        if (commits.length === 0) await bell.rung(pollMs);
      }
    } finally {
      stopListening();
      signal.removeEventListener('abort', bell.ring);
    }
  });
}
