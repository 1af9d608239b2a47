import type { Commit } from '@boxoffice/contracts';
import { follow } from '../event-bus/follow.ts';
import { inProcessEventBus } from '../event-bus/in-process.ts';
import type { EventLog } from '../event-log/event-log.ts';
import { startWorker } from '../worker.ts';

export interface Follower extends AsyncDisposable {
  /** What it was given, in the order in which it was. */
  readonly seen: readonly Commit[];
  readonly errors: readonly unknown[];
}

/** Follows a log as every reader does, by asking alone: after an error it begins again from where it is. */
export function startFollower(log: EventLog): Follower {
  const bus = inProcessEventBus();
  const seen: Commit[] = [];
  const errors: unknown[] = [];
  const worker = startWorker(
    'follower',
    (error) => errors.push((error as Error).cause),
    async (signal) => {
      const from = { after: seen.at(-1)?.position ?? 0, pollMs: 20 };
      for await (const commits of follow({ log, bus, name: 'follower', signal, ...from })) seen.push(...commits);
    },
  );
  return { seen, errors, [Symbol.asyncDispose]: () => worker[Symbol.asyncDispose]() };
}
