import { setTimeout as delay } from 'node:timers/promises';

/**
 * Starts something so many times a second, by the clock: what is slow does not hold back what comes after it.
 * Resolves when all that was started is done.
 */
export async function arrivals(perSecond: number, seconds: number, once: () => Promise<void>): Promise<void> {
  const began = performance.now();
  const running: Promise<void>[] = [];
  for (const total = perSecond * seconds; running.length < total; await delay(1)) {
    const due = Math.min(total, ((performance.now() - began) / 1000) * perSecond);
    while (running.length < due) running.push(once());
  }
  await Promise.all(running);
}
