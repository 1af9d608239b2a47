import type { Db } from 'mongodb';
import type { Notice } from '../notice/notice.ts';
import type { Fate, Outbox, Waiting } from './outbox.ts';

interface Stored extends Omit<Notice, 'id'> {
  _id: string;
  attempts: number;
  nextAt: string;
  /** `null` while it waits. */
  fate: Fate | null;
}

/** The outbox in MongoDB, for the distributed mode. */
export function mongoOutbox(db: Db): Outbox {
  const notices = db.collection<Stored>('outbox');
  let made: Promise<unknown> | undefined;
  async function indexed() {
    const keys = [{ key: { fate: 1, nextAt: 1, position: 1, index: 1 } }, { key: { userId: 1 } }];
    made ??= notices.createIndexes(keys).catch((error) => {
      made = undefined;
      throw error;
    });
    await made;
    return notices;
  }

  return {
    async put(all) {
      if (all.length === 0) return;
      const writes = all.map(({ id: _id, ...notice }) => ({
        updateOne: {
          filter: { _id },
          update: { $setOnInsert: { ...notice, attempts: 0, nextAt: notice.at, fate: null } },
          upsert: true,
        },
      }));
      await (await indexed()).bulkWrite(writes);
    },
    async due(now, limit) {
      const found = (await indexed())
        .find({ fate: null, nextAt: { $lte: now } })
        .sort({ nextAt: 1, position: 1, index: 1 })
        .limit(limit);
      return (await found.toArray()).map(waitingOf);
    },
    async claim({ id: _id, attempts }, until) {
      const update = { $inc: { attempts: 1 }, $set: { nextAt: until } };
      return (await notices.updateOne({ _id, attempts, fate: null }, update)).matchedCount === 1;
    },
    async postpone(_id, nextAt) {
      await notices.updateOne({ _id, fate: null }, { $set: { nextAt } });
    },
    async settle(_id, fate) {
      await notices.updateOne({ _id }, { $set: { fate } });
    },
    waiting: async () => (await indexed()).countDocuments({ fate: null }),
    async forget(userId) {
      await (await indexed()).deleteMany({ userId });
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

function waitingOf({ _id: id, userId, kind, orderId, position, index, at, attempts }: Stored): Waiting {
  return { id, userId, kind, orderId, position, index, at, attempts };
}
