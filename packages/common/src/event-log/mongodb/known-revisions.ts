import { type Append, ConcurrencyError } from '../event-log.ts';
import type { Commits } from './commits.ts';

const BOUND = 100_000;

/**
 * Which revisions of streams are known to exist. The unique index refuses a revision that is there already; that
 * the one before it is there has to be known: from what this process has read or written, or by asking. Known is only
 * what a majority has, so it stays.
 */
export function knownRevisions(commits: Commits) {
  const known = new Map<string, number>();
  const lastOf = (id: string) => known.get(id) ?? 0;

  function note(streams: readonly { id: string; revision: number }[]): void {
    for (const { id, revision } of streams) if (revision > lastOf(id)) known.set(id, revision);
  }

  async function ask(streams: readonly string[]): Promise<void> {
    const found = commits.find({ 'streams.id': { $in: streams } }, { projection: { streams: 1 } });
    for await (const { streams } of found) note(streams);
  }

  return {
    note,
    ask,
    /** The stream for which the append expects a revision that is not the last one known. */
    refusalOf({ expected }: Append): ConcurrencyError | undefined {
      const moved = Object.entries(expected).find(([id, revision]) => revision !== lastOf(id));
      return moved && new ConcurrencyError(...moved, lastOf(moved[0]));
    },
    /** Makes known what the appends expect, so far as it exists. */
    async askAbout(appends: readonly Append[]): Promise<void> {
      // Between batches alone: what was noted for this one must stay until it is written.
      if (known.size > BOUND) known.clear();
      const ahead = appends
        .flatMap(({ expected }) => Object.entries(expected))
        .filter(([id, revision]) => revision > lastOf(id));
      if (ahead.length > 0) await ask([...new Set(ahead.map(([id]) => id))]);
    },
  };
}
