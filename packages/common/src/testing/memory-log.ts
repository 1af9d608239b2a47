import type { Commit } from '@boxoffice/contracts';
import { ConcurrencyError, checkAppend, commitOf, type EventLog } from '../event-log/event-log.ts';

/** A log in memory, for tests of a great many appends. It keeps every promise of the port but to survive. */
export function memoryEventLog(): EventLog {
  const commits: Commit[] = [];
  const streams = new Map<string, Commit[]>();
  const commands = new Map<string, Commit>();
  const listeners = new Set<() => void>();

  return {
    async append(append) {
      checkAppend(append);
      const before = commands.get(append.commandId);
      if (before) return { commit: before, repeated: true };
      for (const [stream, expected] of Object.entries(append.expected)) {
        const actual = streams.get(stream)?.length ?? 0;
        if (actual !== expected) throw new ConcurrencyError(stream, expected, actual);
      }
      const commit = structuredClone(commitOf(append, commits.length + 1));
      commits.push(commit);
      commands.set(commit.commandId, commit);
      for (const { id } of commit.streams) streams.set(id, [...(streams.get(id) ?? []), commit]);
      for (const listener of listeners) listener();
      return { commit, repeated: false };
    },
    read: async (after, limit) => commits.slice(after, after + limit),
    readStream: async (stream, upTo = Number.POSITIVE_INFINITY) =>
      (streams.get(stream) ?? []).filter(({ position }) => position <= upTo),
    find: async (commandId) => commands.get(commandId),
    head: async () => commits.length,
    onAppend(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}
