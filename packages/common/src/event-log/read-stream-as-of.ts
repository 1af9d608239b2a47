import type { Commit } from '@boxoffice/contracts';
import type { EventLog } from './event-log.ts';

/**
 * What had happened to a stream at a moment: its commits before the first one that was made later. The order of the log
 * is what counts: where clocks disagree, nothing is told before that which it rests on.
 */
export async function readStreamAsOf(log: EventLog, stream: string, asOf: string | undefined): Promise<Commit[]> {
  const commits = await log.readStream(stream);
  if (asOf === undefined) return commits;
  const later = commits.findIndex(({ at }) => at > asOf);
  return later === -1 ? commits : commits.slice(0, later);
}
