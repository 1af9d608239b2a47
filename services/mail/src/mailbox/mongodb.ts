import type { Db } from 'mongodb';
import type { Mail } from '../transport/transport.ts';
import type { Mailbox, Place } from './mailbox.ts';

type Stored = Omit<Mail, 'id'> & { _id: string };

/** The mailbox in MongoDB, for the distributed mode. */
export function mongoMailbox(db: Db): Mailbox {
  const mails = db.collection<Stored>('mailbox');
  let made: Promise<unknown> | undefined;
  async function indexed() {
    made ??= mails.createIndex({ userId: 1, position: -1, index: -1 }).catch((error) => {
      made = undefined;
      throw error;
    });
    await made;
    return mails;
  }

  return {
    async keep({ id: _id, ...mail }) {
      await (await indexed()).updateOne({ _id }, { $setOnInsert: mail }, { upsert: true });
    },
    async page(userId, { after, limit }) {
      const found = (await indexed())
        .find({ userId, ...(after && behind(after)) })
        .sort({ position: -1, index: -1 })
        .limit(limit);
      return (await found.toArray()).map(mailOf);
    },
    async get(userId, _id) {
      const found = await mails.findOne({ _id, userId });
      return found ? mailOf(found) : undefined;
    },
    async forget(userId) {
      await (await indexed()).deleteMany({ userId });
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

function behind({ position, index }: Place) {
  return { $or: [{ position: { $lt: position } }, { position, index: { $lt: index } }] };
}

function mailOf({ _id: id, ...mail }: Stored): Mail {
  return { id, ...mail };
}
