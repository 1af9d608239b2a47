import type { Commit } from '@boxoffice/contracts';
import type { EventLog } from '../event-log/event-log.ts';
import { relayDelaySeconds, relayPosition } from '../metrics/relay.ts';
import { secondsSince } from '../metrics/seconds-since.ts';
import type { Cursor } from '../reactions/cursors.ts';
import { wakeUp } from '../wake-up.ts';
import { startWorker, type Worker } from '../worker.ts';
import type { EventBus } from './event-bus.ts';

export interface RelayOptions {
  readonly log: EventLog;
  readonly bus: EventBus;
  /** Takes the cursor that says which commit the bus has had last. */
  readonly take: (signal: AbortSignal) => Promise<Cursor>;
  readonly onError: (error: unknown) => void;
  readonly pollMs?: number;
}

const PAGE = 100;

/** Carries the log to the bus, in order, from its cursor on. What is published twice after a failure harms nobody. */
export function startRelay({ log, bus, take, onError, pollMs = 1000 }: RelayOptions): Worker {
  async function carry(commit: Commit): Promise<void> {
    await bus.publish(commit);
    relayDelaySeconds.observe(secondsSince(commit.at));
  }

  return startWorker('relay', onError, async (signal) => {
    await using cursor = await take(signal);
    let { position } = cursor;
    relayPosition.set(position);
    const bell = wakeUp();
    const stopListening = log.onAppend(bell.ring);
    signal.addEventListener('abort', bell.ring);
    try {
      while (!signal.aborted) {
        const commits = await log.read(position, PAGE);
        // Handed over in order, and waited for together.
        await Promise.all(commits.map(carry));
        const last = commits.at(-1);
        if (last) {
          position = last.position;
          await cursor.save(position);
          relayPosition.set(position);
        } else await bell.rung(pollMs);
      }
    } finally {
      stopListening();
      signal.removeEventListener('abort', bell.ring);
    }
  });
}

/** A cursor for a relay whose bus lives and dies with it: what was before it has been read from the log anyway. */
export function volatileCursor(position: number): Cursor {
  let present = position;
  return {
    get position() {
      return present;
    },
    async save(next) {
      present = next;
    },
    confirm: async () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
  };
}
