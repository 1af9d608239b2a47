import type { Commit } from '@boxoffice/contracts';
import { ConcurrencyError, type EventLog } from '../event-log/event-log.ts';
import { appendConflicts, appendSeconds, logHeadPosition } from './append.ts';

/** The same log, with its appends timed and counted. Disposing of it disposes of the log. */
export function meteredEventLog(log: EventLog): EventLog {
  let head = 0;
  const seen = (position: number) => {
    head = Math.max(head, position);
    logHeadPosition.set(head);
  };
  const seenAll = (commits: Commit[]) => {
    seen(commits.at(-1)?.position ?? 0);
    return commits;
  };

  return {
    async append(append) {
      const stop = appendSeconds.startTimer();
      try {
        const appended = await log.append(append);
        stop({ outcome: appended.repeated ? 'repeated' : 'appended' });
        seen(appended.commit.position);
        return appended;
      } catch (error) {
        const isConflict = error instanceof ConcurrencyError;
        stop({ outcome: isConflict ? 'conflict' : 'failed' });
        if (isConflict) appendConflicts.inc();
        throw error;
      }
    },
    read: async (after, limit) => seenAll(await log.read(after, limit)),
    readStream: (stream, upTo) => log.readStream(stream, upTo),
    find: (commandId) => log.find(commandId),
    async head() {
      const position = await log.head();
      seen(position);
      return position;
    },
    onAppend: (listener) => log.onAppend(listener),
    [Symbol.asyncDispose]: () => log[Symbol.asyncDispose](),
  };
}
