import { setTimeout as delay } from 'node:timers/promises';
import type { AnyBulkWriteOperation, Collection, Document as MongoDocument } from 'mongodb';
import type { MongoConnection } from '../../mongodb/connect.ts';
import { heldPositions } from '../../mongodb/held-positions.ts';
import {
  CheckpointMovedError,
  type Document,
  type ReadModel,
  type ReadModelDefinition,
  type ReadModels,
  type ReadModelWriter,
} from '../read-models.ts';

/** A document as the driver sees it: its `_id` is text, the rest is the projection's own. */
type Stored = MongoDocument & { _id: string };

/** Read models in MongoDB: a collection for each version of each model, and one for the checkpoints. */
export function mongoReadModels({ client, db }: MongoConnection): ReadModels {
  const checkpoints = heldPositions(db);

  function reader<Body>(definition: ReadModelDefinition): ReadModel<Body> {
    const documents = collectionOf(definition);
    const position = () => checkpoints.position(idOf(definition));
    return {
      get: async (id) => ((await documents.findOne({ _id: id })) as Document<Body> | null) ?? undefined,
      async find(filter, { sort, limit = 0 } = {}) {
        const cursor = documents.find(filter).limit(limit);
        return (await (sort ? cursor.sort({ ...sort }) : cursor).toArray()) as unknown as Document<Body>[];
      },
      count: (filter, limit) => documents.countDocuments(filter, { limit }),
      aggregate: <Row>(pipeline: readonly MongoDocument[]) =>
        documents.aggregate<MongoDocument>([...pipeline]).toArray() as Promise<Row[]>,
      position,
      async reached(wanted, timeoutMs) {
        const deadline = performance.now() + timeoutMs;
        for (let wait = 2; (await position()) < wanted; wait = Math.min(wait * 2, 50)) {
          if (performance.now() >= deadline) return false;
          await delay(wait);
        }
        return true;
      },
    };
  }

  async function writer<Body>(definition: ReadModelDefinition, signal?: AbortSignal): Promise<ReadModelWriter<Body>> {
    const documents = collectionOf(definition);
    for (const { key, partial } of definition.indexes ?? [])
      await documents.createIndex({ ...key }, partial ? { partialFilterExpression: partial } : {});
    const hold = await checkpoints.hold(idOf(definition), signal);
    return {
      checkpoint: hold.position,
      async load(ids) {
        const found = (await documents.find({ _id: { $in: [...ids] } }).toArray()) as unknown as Document<Body>[];
        const byId = new Map(found.map((document) => [document._id, document]));
        return new Map(ids.flatMap((id) => (byId.has(id) ? [[id, byId.get(id) as Document<Body>]] : [])));
      },
      async save({ from, to, puts, deletes }) {
        const operations: AnyBulkWriteOperation<Stored>[] = [
          ...puts.map((put) => ({ replaceOne: { filter: { _id: put._id }, replacement: put, upsert: true } })),
          ...deletes.map((id) => ({ deleteOne: { filter: { _id: id } } })),
        ];
        await client.withSession((session) =>
          session.withTransaction(async () => {
            if (!(await hold.move(to, { from, session })))
              throw new CheckpointMovedError(idOf(definition), from, await hold.position());
            if (operations.length > 0) await documents.bulkWrite(operations, { session, ordered: false });
          }),
        );
      },
      [Symbol.asyncDispose]: () => hold[Symbol.asyncDispose](),
    };
  }

  function collectionOf(definition: ReadModelDefinition): Collection<Stored> {
    return db.collection<Stored>(idOf(definition));
  }

  return { reader, writer, [Symbol.asyncDispose]: async () => undefined };
}

function idOf({ name, version }: ReadModelDefinition): string {
  return `${name}@${version}`;
}
