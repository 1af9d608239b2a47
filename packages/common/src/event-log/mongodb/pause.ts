import { setTimeout as delay } from 'node:timers/promises';
import { MongoError } from 'mongodb';

/**
 * Waits for a majority to follow.
 * @throws {MongoError} it has taken too long
 */
export async function pause(ms: number, deadline: number): Promise<void> {
  if (performance.now() > deadline) throw new MongoError('a majority of the set did not follow in time');
  await delay(ms);
}
