import type { AnyBulkWriteOperation, ClientSession, Collection, Document as MongoDocument } from 'mongodb';
import type { Hold } from '../../mongodb/held-positions.ts';
import {
  CheckpointMovedError,
  type Document,
  type Quarantined,
  type ReadModelWriter,
  SupersededError,
} from '../read-models.ts';
import type { generationsIn } from './generations.ts';

/** A document as the driver sees it: its `_id` is text, the rest is the projection's own. */
export type Stored = MongoDocument & { _id: string };

/** A key in quarantine, of a certain generation. */
export interface QuarantineDocument extends Quarantined {
  _id: string;
  generation: string;
}

interface Places {
  readonly session: ClientSession;
  readonly generations: ReturnType<typeof generationsIn>;
  readonly quarantine: Collection<QuarantineDocument>;
  readonly documents: Collection<Stored>;
}

/** What the server says of a transaction that was ended from outside: while it worked, and between two steps. */
const ENDED = [11_601, 251];

/** Writes one generation for as long as it is held. */
export function mongoWriter<Body>(hold: Hold, places: Places): ReadModelWriter<Body> {
  const { session, generations, quarantine, documents } = places;
  const { id: generation } = hold;
  /** Whoever takes the generation ends the transactions of whoever had it. */
  const orSuperseded = <Result>(transaction: Promise<Result>): Promise<Result> =>
    transaction.catch((error) => {
      throw ENDED.includes(error?.code) ? new SupersededError(generation) : error;
    });
  const inQuarantine = (key: string) => ({ _id: `${generation}/${key}` });

  return {
    generation,
    checkpoint: hold.position,
    async load(ids) {
      if (ids.length === 0) return new Map();
      const found = (await documents.find({ _id: { $in: [...ids] } }).toArray()) as unknown as Document<Body>[];
      const byId = new Map(found.map((document) => [document._id, document]));
      return new Map(ids.flatMap((id) => (byId.has(id) ? [[id, byId.get(id) as Document<Body>]] : [])));
    },
    quarantine: () => quarantineOf(quarantine, generation),
    async save({ from, to, puts, deletes, quarantined = [], released = [] }) {
      const operations: AnyBulkWriteOperation<Stored>[] = [
        ...puts.map((put) => ({ replaceOne: { filter: { _id: put._id }, replacement: put, upsert: true } })),
        ...deletes.map((id) => ({ deleteOne: { filter: { _id: id } } })),
      ];
      const written = session.withTransaction(async () => {
        if (!(await hold.move(to, { from, session })))
          throw new CheckpointMovedError(generation, from, await hold.position());
        if (operations.length > 0) await documents.bulkWrite(operations, { session, ordered: false });
        for (const key of released) await quarantine.deleteOne(inQuarantine(key), { session });
        for (const one of quarantined)
          await quarantine.replaceOne(inQuarantine(one.key), { generation, ...one }, { upsert: true, session });
      });
      await orSuperseded(written);
    },
    async halt(halt) {
      const { matchedCount } = await generations.all.updateOne(
        { _id: generation, epoch: hold.epoch },
        { $set: { halt } },
      );
      if (matchedCount === 0) throw new SupersededError(generation);
    },
    giveWayTo: (next) => orSuperseded(generations.exchange(hold, next, session)),
    async [Symbol.asyncDispose]() {
      // First it is let go: the driver gives a session that has ended to others, and nobody may end theirs.
      await hold[Symbol.asyncDispose]();
      await session.endSession();
    },
  };
}

export async function quarantineOf(
  quarantine: Collection<QuarantineDocument>,
  generation: string,
): Promise<Quarantined[]> {
  const found = await quarantine.find({ generation }).sort({ position: 1, key: 1 }).toArray();
  return found.map(({ key, position, reason, at }) => ({ key, position, reason, at }));
}
