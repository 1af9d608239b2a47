import type { Commit } from '@boxoffice/contracts';
import type { EventLog } from '../event-log/event-log.ts';
import { wakeUp } from '../wake-up.ts';
import type { EventBus } from './event-bus.ts';

export interface FollowOptions {
  readonly log: EventLog;
  readonly bus: EventBus;
  /** Who follows, for the bus. */
  readonly name: string;
  /** The position of the last commit already dealt with. */
  readonly after: number;
  readonly signal: AbortSignal;
  /** How long a lost message can go unnoticed. */
  readonly pollMs?: number;
  readonly maxBatch?: number;
}

const INBOX = 10_000;

/**
 * Every commit after a position, once, in order, without end: from the bus when the next one is there, from the log
 * when the bus has been slow, wrong or silent. Ends when the signal is aborted.
 */
export async function* follow(options: FollowOptions): AsyncGenerator<Commit[], void> {
  const { log, bus, name, signal, pollMs = 1000, maxBatch = 1000 } = options;
  const inbox = new Map<number, Commit>();
  const bell = wakeUp();
  let position = options.after;

  await using _subscription = await bus.subscribe(name, (commit) => {
    // Beyond the bound nothing is kept: the log has it.
    if (commit.position > position && inbox.size < INBOX) inbox.set(commit.position, commit);
    bell.ring();
  });
  const onAbort = () => bell.ring();
  signal.addEventListener('abort', onAbort);
  try {
    while (!signal.aborted) {
      const batch = takeRun(inbox, position, maxBatch);
      const commits = batch.length > 0 ? batch : await log.read(position, maxBatch);
      if (commits.length === 0) {
        await bell.rung(pollMs);
        continue;
      }
      position = commits.at(-1)?.position ?? position;
      yield commits;
      for (const stale of inbox.keys()) if (stale <= position) inbox.delete(stale);
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** Takes the commits that come right after the position, as far as they are there without a hole. */
function takeRun(inbox: Map<number, Commit>, after: number, maxBatch: number): Commit[] {
  const run: Commit[] = [];
  for (let next = after + 1; run.length < maxBatch; next += 1) {
    const commit = inbox.get(next);
    if (!commit) return run;
    inbox.delete(next);
    run.push(commit);
  }
  return run;
}
