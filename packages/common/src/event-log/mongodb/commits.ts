import type { Commit } from '@boxoffice/contracts';
import type { Collection } from 'mongodb';
import { parseCommit } from '../parse-commit.ts';

/** A commit as stored: its position is the `_id`. */
export type CommitDocument = Omit<Commit, 'position'> & { _id: number };

export type Commits = Collection<CommitDocument>;

export const STREAM_INDEX = 'stream-revision';
export const COMMAND_INDEX = 'command';

/** Makes the indexes that the guarantees of the log rest on. */
export async function makeIndexes(commits: Commits): Promise<void> {
  await commits.createIndexes([
    { key: { 'streams.id': 1, 'streams.revision': 1 }, unique: true, name: STREAM_INDEX },
    { key: { commandId: 1 }, unique: true, name: COMMAND_INDEX },
  ]);
}

/** The last position that a majority has. */
export async function headOf(commits: Commits): Promise<number> {
  const last = await commits
    .find({}, { projection: { _id: 1 } })
    .sort({ _id: -1 })
    .limit(1)
    .next();
  return last?._id ?? 0;
}

/** A document as the commit that it holds. */
export function decode({ _id, ...rest }: CommitDocument): Commit {
  return parseCommit(_id, 'the collection commits', () => ({ position: _id, ...rest }));
}
