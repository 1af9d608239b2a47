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
    async forget(userId) {
      await people.deleteOne({ _id: userId });
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}
