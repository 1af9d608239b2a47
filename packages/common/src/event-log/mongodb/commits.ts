import type { Commit } from '@boxoffice/contracts';
import type { Collection } from 'mongodb';
import { CorruptCommitError, parseCommit } from '../parse-commit.ts';

/** A commit as stored: its position is the `_id`. */
export type CommitDocument = Omit<Commit, 'position'> & { _id: number };

export type Commits = Collection<CommitDocument>;

/** Where the log is, for who has to mend it. */
const WHERE = 'the collection commits';

export const STREAM_INDEX = 'stream-revision';
export const COMMAND_INDEX = 'command';

/** Makes the indexes that the guarantees of the log rest on. */
export async function makeIndexes(commits: Commits): Promise<void> {
  await commits.createIndexes([
    { key: { 'streams.id': 1, 'streams.revision': 1 }, unique: true, name: STREAM_INDEX },
    { key: { commandId: 1 }, unique: true, name: COMMAND_INDEX },
  ]);
}

/**
 * The last position that a majority has.
 * @throws {CorruptCommitError} what stands last is between two positions: nothing could be numbered after it
 */
export async function headOf(commits: Commits): Promise<number> {
  const last = await commits
    .find({ _id: { $gt: 0 } }, { projection: { _id: 1 } })
    .sort({ _id: -1 })
    .limit(1)
    .next();
  if (!last) return 0;
  if (!Number.isSafeInteger(last._id)) throw new CorruptCommitError(last._id, 'that is no position', WHERE);
  return last._id;
}

/** A document as the commit that it holds. */
export function decode({ _id, ...rest }: CommitDocument): Commit {
  return parseCommit(_id, WHERE, () => ({ position: _id, ...rest }));
}
