import { setTimeout as delay } from 'node:timers/promises';
import type { Binary, Collection, Document as MongoDocument } from 'mongodb';
import type { MongoConnection } from '../../mongodb/connect.ts';
import { holdPosition } from '../../mongodb/held-positions.ts';
import type { Document, ReadModel, ReadModelDefinition, ReadModels, WriterOptions } from '../read-models.ts';
import { type GenerationDocument, generationsIn } from './generations.ts';
import { mongoWriter, type QuarantineDocument, quarantineOf, type Stored } from './writer.ts';

/**
 * Read models in MongoDB: a collection for each generation of each version of each model, one that says which there
 * are and how far each has come, and one for the keys in quarantine.
 */
export function mongoReadModels({ client, db }: MongoConnection): ReadModels {
  const generations = generationsIn(db);
  const quarantine = db.collection<QuarantineDocument>('quarantine');
  const end = (id: Binary) => client.db('admin').command({ killSessions: [{ id }] });
  const documentsOf = (generation: string): Collection<Stored> => db.collection<Stored>(generation);

  function reader<Body>(definition: ReadModelDefinition, generation?: string): ReadModel<Body> {
    const id = async () => generation ?? (await generations.liveId(definition));
    const documents = async () => documentsOf(await id());

    async function position(): Promise<number> {
      const found = generation ? generations.all.findOne({ _id: generation }) : generations.live(definition);
      return (await found)?.position ?? 0;
    }

    return {
      get: async (_id) => ((await (await documents()).findOne({ _id })) as Document<Body> | null) ?? undefined,
      async find(filter, { sort, limit = 0 } = {}) {
        const cursor = (await documents()).find(filter).limit(limit);
        return (await (sort ? cursor.sort({ ...sort }) : cursor).toArray()) as unknown as Document<Body>[];
      },
      count: async (filter, limit) => (await documents()).countDocuments(filter, { limit }),
      aggregate: async <Row>(pipeline: readonly MongoDocument[]) =>
        (await documents()).aggregate<MongoDocument>([...pipeline]).toArray() as Promise<Row[]>,
      position,
      async reached(wanted, timeoutMs) {
        const deadline = performance.now() + timeoutMs;
        for (let wait = 2; (await position()) < wanted; wait = Math.min(wait * 2, 50)) {
          if (performance.now() >= deadline) return false;
          await delay(wait);
        }
        return true;
      },
      quarantine: async () => quarantineOf(quarantine, await id()),
    };
  }

  return {
    reader,

    async writer<Body>(definition: ReadModelDefinition, { generation, ...options }: WriterOptions = {}) {
      const { name, version } = definition;
      if (!generation) await generations.ensureLive(definition);
      // Found anew at each try: another one may have become live while this waits.
      const wanted = generation ? { _id: generation } : { name, version, state: 'live' };
      await using stack = new AsyncDisposableStack();
      const session = client.startSession();
      stack.defer(() => session.endSession());
      const hold = stack.use(
        await holdPosition(generations.all, wanted, { ...options, transactions: { session, end } }),
      );
      const documents = documentsOf(hold.id);
      for (const { key, partial } of definition.indexes ?? [])
        await documents.createIndex({ ...key }, partial ? { partialFilterExpression: partial } : {});
      const writer = mongoWriter<Body>(hold, { session, generations, quarantine, documents });
      stack.move();
      return writer;
    },

    async generations() {
      const held = { $gt: ['$heldUntil', '$$NOW'] };
      const shown = { name: 1, version: 1, state: 1, position: 1, halt: 1, held } as const;
      const found = await generations.all.find({}, { projection: shown }).sort({ _id: 1 }).toArray();
      return (found as unknown as (GenerationDocument & { held: boolean })[]).map(({ _id: id, ...rest }) => ({
        id,
        ...rest,
      }));
    },

    begin: generations.begin,

    async drop(_definition, generation) {
      const dropped = await generations.all.findOne({ _id: generation, state: { $ne: 'live' } });
      if (!dropped) throw new TypeError(`${generation} is live, or is no generation`);
      // Whoever died in the middle of a transaction has left it open, with its locks on the documents.
      if (dropped.session) await end(dropped.session);
      // Its name goes last: whoever is killed in between leaves something that can be removed again.
      await documentsOf(generation).drop();
      await quarantine.deleteMany({ generation });
      await generations.remove(generation);
    },

    [Symbol.asyncDispose]: async () => undefined,
  };
}
