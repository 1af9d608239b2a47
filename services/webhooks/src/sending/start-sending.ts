import { setTimeout as delay } from 'node:timers/promises';
import { startWorker, type Worker } from '@boxoffice/common';
import type { Sender } from './sender.ts';

/** How often it is asked what is due, in milliseconds. */
const INTERVAL = 500;
/** How many rounds there are between two measurements. */
const ROUNDS = 10;

/**
 * Sends until it is stopped. Several processes may do so at the same time: each delivery is taken by one of them. What is
 * under way when it is stopped is broken off, and sent again by whoever comes next.
 */
export function startSending(sender: Sender, onError: (error: unknown) => void): Worker {
  return startWorker('send-webhooks', onError, async (signal) => {
    const turns = new Set<Promise<void>>();
    try {
      for (let round = 0; !signal.aborted; round += 1) {
        for (const turn of await sender.begin(signal)) {
          turns.add(turn);
          turn.finally(() => turns.delete(turn));
        }
        if (round % ROUNDS === 0) await sender.measure();
        await delay(INTERVAL, undefined, { signal }).catch(() => undefined);
      }
    } finally {
      await Promise.all(turns);
    }
  });
}
