import { type CommandContext, type EventLog, IdempotencyKeyReused } from '@boxoffice/common';
import type { Commit, JobView } from '@boxoffice/contracts';
import type { JobOrder, Jobs, JobWork } from './jobs.ts';

interface Begin {
  readonly log: EventLog;
  readonly jobs: Jobs;
  readonly context: CommandContext;
  /** Refuses what cannot be done at all, before it begins. */
  readonly check: () => Promise<unknown>;
}

/**
 * Begins a job in the name of a request. Sent again with the same `Idempotency-Key` it is answered with the job that it
 * began, and after a restart with what that job has written down.
 * @throws {IdempotencyKeyReused} the key belongs to another request
 */
export async function beginJob(
  { log, jobs, context, check }: Begin,
  order: Omit<JobOrder, 'id' | 'actor' | 'fingerprint'>,
  work: (given: JobWork) => Promise<void>,
): Promise<JobView> {
  const { commandId: id, actor, fingerprint, mayRepeat } = context;
  const earlier = mayRepeat ? jobs.find(id, fingerprint) : undefined;
  if (earlier) return earlier;
  const written = mayRepeat ? await log.find(id) : undefined;
  if (written && written.fingerprint !== fingerprint) throw new IdempotencyKeyReused();
  if (written) return doneAs({ id, actor, ...order }, written);
  await check();
  // Another one of the same key may have begun meanwhile.
  return jobs.find(id, fingerprint) ?? jobs.start({ id, actor, fingerprint, ...order }, work);
}

function doneAs({ id, kind, projection, actor }: JobOrder, { at, events }: Commit): JobView {
  const progress = { done: 0, of: 0, perSecond: 0, secondsLeft: 0 };
  const of = projection === undefined ? {} : { projection };
  const { generation } = (events[0]?.data ?? {}) as { generation?: string };
  const result = generation === undefined ? {} : { generation };
  return { id, kind, ...of, actor, state: 'done', startedAt: at, endedAt: at, progress, result };
}
