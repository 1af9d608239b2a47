import type { Db } from 'mongodb';
import { COMMAND_INDEX, type CommitDocument, STREAM_INDEX } from './mongodb/commits.ts';
import type { StoredCommits } from './verify.ts';

/** The commits of a log in MongoDB, as they are. Writers may go on meanwhile. */
export function storedMongoCommits(db: Db): StoredCommits {
  const commits = db.collection<CommitDocument>('commits');
  return {
    async read(after, limit) {
      const found = await commits
        .find({ _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ _id: position, ...rest }) => ({ position, body: { position, ...rest } }));
    },
    async last() {
      const [last] = await commits
        .find({ _id: { $gt: 0 } }, { projection: { _id: 1 } })
        .sort({ _id: -1 })
        .limit(1)
        .toArray();
      return last?._id ?? 0;
    },
    async disorder() {
      const indexes = await commits.indexes();
      const missing = [STREAM_INDEX, COMMAND_INDEX].filter(
        (name) => !indexes.some((index) => index.name === name && index.unique),
      );
      const foreign = { $or: [{ _id: { $not: { $type: 'number' } } }, { _id: { $lt: 1 } }] };
      const found = await db
        .collection('commits')
        .find(foreign as object, { projection: { _id: 1 }, limit: 100 })
        .toArray();
      return [
        ...missing.map((name) => ({ reason: `the unique index ${name} is missing` })),
        ...found.map(({ _id }) => ({ reason: `the document ${JSON.stringify(_id)} is not at a position` })),
      ];
    },
  };
}
