import type { Db } from 'mongodb';
import { type Append, type Appended, checkAppend, type EventLog } from '../event-log.ts';
import { groupCommit } from '../group-commit.ts';
import { soundCommits } from '../parse-commit.ts';
import { mongoAppender } from './appender.ts';
import { type CommitDocument, decode, headOf, makeIndexes, STREAM_INDEX } from './commits.ts';
import { mongoDoorbell } from './doorbell.ts';

export interface MongoEventLogOptions {
  /** Milliseconds within which an append is carried out, or given up with an unknown outcome. */
  readonly deadlineMs?: number;
}

/**
 * The log in a MongoDB replica set: one document a commit, its `_id` the position. Any number of processes may
 * append. Everything is read and written by majority: what has been read stays.
 */
export async function openMongoEventLog(db: Db, { deadlineMs = 20_000 }: MongoEventLogOptions = {}): Promise<EventLog> {
  const commits = db.collection<CommitDocument>('commits');
  await makeIndexes(commits);
  const doorbell = mongoDoorbell(commits);
  const appender = mongoAppender(commits, { deadlineMs });
  const appends = groupCommit<Append, Appended>(
    async (batch) => {
      const results = await appender.write(batch);
      doorbell.ring();
      return results;
    },
    { maxBatch: 256 },
  );

  return {
    async append(append) {
      checkAppend(append);
      return appends.submit(append);
    },
    async read(after, limit) {
      const found = await commits
        .find({ _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return soundCommits(after, found, decode, 'the collection commits');
    },
    async readStream(stream, upTo) {
      const filter = { 'streams.id': stream, ...(upTo === undefined ? {} : { _id: { $lte: upTo } }) };
      // Said, not left to the planner: in a short log it would rather go through all of it, in order.
      const found = (await commits.find(filter).hint(STREAM_INDEX).sort({ _id: 1 }).toArray()).map(decode);
      for (const { streams } of found) appender.note(streams);
      return found;
    },
    async find(commandId) {
      const document = await commits.findOne({ commandId });
      return document ? decode(document) : undefined;
    },
    head: () => headOf(commits),
    onAppend: doorbell.listen,
    async [Symbol.asyncDispose]() {
      await appends.drain();
      await doorbell[Symbol.asyncDispose]();
    },
  };
}
