import type { Collection, Db, MongoClient } from 'mongodb';
import { type HeldPosition, untouched } from '../../mongodb/held-positions.ts';
import { generationName, versionName } from '../../projections/projection.ts';
import type { Generation, Halt, ReadModelDefinition } from '../read-models.ts';

/** A generation as stored: its `_id` is the name of the collection that holds its documents. */
export interface GenerationDocument extends HeldPosition {
  name: string;
  version: number;
  number: number;
  state: Generation['state'];
  halt?: Halt;
}

export type Generations = Collection<GenerationDocument>;

/** Milliseconds for which it is remembered which generation is live: one that was left stays for far longer. */
const REMEMBERED = 250;

/** Which generations there are, and which of them is live. */
export function generationsIn(db: Db, client: MongoClient) {
  const all: Generations = db.collection<GenerationDocument>('generations');
  const known = new Map<string, { id: string; at: number }>();
  let indexed: Promise<unknown> | undefined;

  /** One live generation of each version, whatever two processes do at once. */
  function index(): Promise<unknown> {
    const partialFilterExpression = { state: 'live' };
    indexed ??= all.createIndex({ name: 1, version: 1 }, { unique: true, partialFilterExpression });
    return indexed;
  }

  async function add(definition: ReadModelDefinition, state: Generation['state'], number: number): Promise<string> {
    const { name, version } = definition;
    const _id = generationName(definition, number);
    await index();
    await all.insertOne({ _id, name, version, number, state, ...untouched });
    return _id;
  }

  /** The live one as it is now, if there is one. */
  async function live({ name, version }: ReadModelDefinition): Promise<GenerationDocument | undefined> {
    const found = (await all.findOne({ name, version, state: 'live' })) ?? undefined;
    if (found) known.set(versionName(found), { id: found._id, at: performance.now() });
    return found;
  }

  /** Makes the first one, unless there is one. */
  async function ensureLive(definition: ReadModelDefinition): Promise<void> {
    if (await live(definition)) return;
    await add(definition, 'live', 1).catch((error) => {
      if (error?.code !== 11_000) throw error;
    });
  }

  return {
    all,
    live,
    ensureLive,

    /** The id of the live one, as it was a moment ago. */
    async liveId(definition: ReadModelDefinition): Promise<string> {
      const name = versionName(definition);
      const remembered = known.get(name);
      if (remembered && performance.now() - remembered.at < REMEMBERED) return remembered.id;
      return (await live(definition))?._id ?? name;
    },

    async begin(definition: ReadModelDefinition): Promise<string> {
      const { name, version } = definition;
      await ensureLive(definition);
      const [last] = await all.find({ name, version }).sort({ number: -1 }).limit(1).toArray();
      return add(definition, 'candidate', (last?.number ?? 0) + 1);
    },

    async promote({ name, version }: ReadModelDefinition, _id: string): Promise<void> {
      await client.withSession((session) =>
        session.withTransaction(async () => {
          const retire = {
            $set: { state: 'retired' as const, heldUntil: new Date(0) },
            $inc: { epoch: 1 },
            $unset: { session: '' as const },
          };
          await all.updateOne({ name, version, state: 'live', _id: { $ne: _id } }, retire, { session });
          const chosen = { _id, name, version, state: { $ne: 'live' as const } };
          const { matchedCount } = await all.updateOne(chosen, { $set: { state: 'live' } }, { session });
          if (matchedCount !== 1) throw new TypeError(`${_id} is live, or is no generation of ${name}@${version}`);
        }),
      );
      known.delete(versionName({ name, version }));
    },

    async remove(_id: string): Promise<void> {
      const removed = await all.deleteOne({ _id, state: { $ne: 'live' } });
      if (removed.deletedCount !== 1) throw new TypeError(`${_id} is live, or is no generation`);
    },
  };
}
