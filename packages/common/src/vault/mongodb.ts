import type { Collection, Db } from 'mongodb';
import type { Person, Vault } from './vault.ts';

type Stored = Omit<Person, 'userId'> & { _id: string };

/** The vault in MongoDB, for the distributed mode: a collection of its own, which nothing else reads. */
export function mongoVault(db: Db): Vault {
  const people: Collection<Stored> = db.collection<Stored>('people');
  return {
    async put({ userId: _id, email, passwordHash }) {
      await people.replaceOne({ _id }, { email, passwordHash }, { upsert: true });
    },
    async get(userId) {
      const found = await people.findOne({ _id: userId });
      return found ? { userId, email: found.email, passwordHash: found.passwordHash } : undefined;
    },
    async replaceHash({ userId: _id, from, to }) {
      const { matchedCount } = await people.updateOne({ _id, passwordHash: from }, { $set: { passwordHash: to } });
      return matchedCount === 1;
    },
    async forget(userId) {
      await people.deleteOne({ _id: userId });
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}
