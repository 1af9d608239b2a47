import type { Collection, Db } from 'mongodb';
import type { Person, Vault } from './vault.ts';

/** Without regard to capitals. */
const collation = { locale: 'en', strength: 2 };

type Stored = Omit<Person, 'userId'> & { _id: string };

/** The vault in MongoDB, for the distributed mode: a collection of its own, which nothing else reads. */
export function mongoVault(db: Db): Vault {
  const people: Collection<Stored> = db.collection<Stored>('people');
  let made: Promise<unknown> | undefined;

  async function indexed() {
    made ??= people.createIndex({ email: 1 }, { collation }).catch((error) => {
      made = undefined;
      throw error;
    });
    await made;
    return people;
  }
  return {
    async put({ userId: _id, email, passwordHash }) {
      await people.replaceOne({ _id }, { email, passwordHash }, { upsert: true });
    },
    async get(userId) {
      const found = await people.findOne({ _id: userId });
      return found ? { userId, email: found.email, passwordHash: found.passwordHash } : undefined;
    },
    async idsOf(email) {
      const found = (await indexed()).find({ email }, { collation, projection: { _id: 1 } });
      return (await found.toArray()).map(({ _id }) => _id);
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
