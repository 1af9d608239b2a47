import type { Collection, Db } from 'mongodb';
import type { BookedCharge, BookedRefund, SandboxBooks } from './books.ts';

type Stored<Entry> = Omit<Entry, 'idempotencyKey'> & { _id: string };

/** What the server says of a key that is there already. */
const DUPLICATE = 11_000;

/** The books in MongoDB, for the distributed mode. */
export function mongoBooks(db: Db): SandboxBooks {
  const charges = book<BookedCharge>(db.collection('sandbox-charges'));
  const refunds = book<BookedRefund>(db.collection('sandbox-refunds'));
  return {
    charge: charges.add,
    refund: refunds.add,
    charges: charges.all,
    refunds: refunds.all,
    [Symbol.asyncDispose]: async () => undefined,
  };
}

function book<Entry extends { readonly idempotencyKey: string }>(entries: Collection<Stored<Entry>>) {
  const entryOf = ({ _id: idempotencyKey, ...rest }: Stored<Entry>) =>
    ({ idempotencyKey, ...rest }) as unknown as Entry;
  return {
    async add(entry: Entry): Promise<Entry> {
      const { idempotencyKey: _id, ...rest } = entry;
      try {
        await entries.insertOne({ _id, ...rest } as never);
        return entry;
      } catch (error) {
        if ((error as { code?: unknown }).code !== DUPLICATE) throw error;
      }
      const first = await entries.findOne({ _id } as never);
      if (!first) throw new Error(`the books have lost ${_id}`);
      return entryOf(first as Stored<Entry>);
    },
    all: async () => ((await entries.find().toArray()) as Stored<Entry>[]).map(entryOf),
  };
}
