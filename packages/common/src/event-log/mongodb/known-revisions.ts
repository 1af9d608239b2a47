import { type Append, ConcurrencyError } from '../event-log.ts';
import type { Commits } from './commits.ts';

const BOUND = 100_000;

/**
 * Which revisions of streams are known to exist. The unique index refuses a revision that is there already; that
 * the one before it is there has to be known: from what this process has read or written, or by asking.
 */
export function knownRevisions(commits: Commits) {
  const known = new Map<string, number>();

  function note(streams: readonly { id: string; revision: number }[]): void {
    for (const { id, revision } of streams) if (revision > (known.get(id) ?? 0)) known.set(id, revision);
  }

  return {
    note,
    /** The appends that expect a revision which does not exist, each with its refusal. */
    async unfounded(appends: readonly Append[]): Promise<Map<Append, ConcurrencyError>> {
      // Between batches alone: what was noted for this one must stay until it is written.
      if (known.size > BOUND) known.clear();
      const pairs = appends.flatMap((append) =>
        Object.entries(append.expected).map(([id, revision]) => ({ append, id, revision })),
      );
      const isUnknown = ({ id, revision }: { id: string; revision: number }) => revision > (known.get(id) ?? 0);
      const asked = [...new Set(pairs.filter(isUnknown).map(({ id }) => id))];
      if (asked.length > 0) {
        const found = commits.find({ 'streams.id': { $in: asked } }, { projection: { streams: 1 } });
        for await (const { streams } of found) note(streams);
      }
      return new Map(
        pairs
          .filter(isUnknown)
          .map(({ append, id, revision }) => [append, new ConcurrencyError(id, revision, known.get(id) ?? 0)]),
      );
    },
  };
}
