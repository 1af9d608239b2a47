import type { ClientSession, Collection, Db } from 'mongodb';
import { type HeldPosition, type Hold, LEASE, untouched } from '../../mongodb/held-positions.ts';
import { generationName, versionName } from '../../projections/projection.ts';
import { type Generation, type Halt, type ReadModelDefinition, SupersededError } from '../read-models.ts';

/** A generation as stored: its `_id` is the name of the collection that holds its documents. */
export interface GenerationDocument extends HeldPosition {
  name: string;
  version: number;
  state: Generation['state'];
  halt?: Halt;
}

/** Milliseconds for which it is remembered which generation is live: one that was left stays for far longer. */
const REMEMBERED = 250;

/** Which generations there are, and which of them is live. */
export function generationsIn(db: Db) {
  const all: Collection<GenerationDocument> = db.collection<GenerationDocument>('generations');
  const counters = db.collection<{ _id: string; last: number }>('generation-numbers');
  const known = new Map<string, { id: string; at: number }>();
  let indexed: Promise<unknown> | undefined;

  /** One live generation of each version, whatever two processes do at once. */
  function index(): Promise<unknown> {
    const partialFilterExpression = { state: 'live' };
    indexed ??= all.createIndex({ name: 1, version: 1 }, { unique: true, partialFilterExpression });
    return indexed;
  }

  async function add(definition: ReadModelDefinition, state: 'live' | 'candidate', number: number): Promise<string> {
    const { name, version } = definition;
    const _id = generationName(definition, number);
    await index();
    // Whoever begins a candidate takes it at once: until then nobody may think that it was left behind.
    const heldUntil = new Date(state === 'candidate' ? Date.now() + LEASE : 0);
    await all.insertOne({ _id, name, version, state, ...untouched, heldUntil });
    return _id;
  }

  /** The live one as it is now, if there is one. */
  async function live({ name, version }: ReadModelDefinition): Promise<GenerationDocument | undefined> {
    const began = performance.now();
    const found = (await all.findOne({ name, version, state: 'live' })) ?? undefined;
    if (found) remember(versionName(found), found._id, began);
    return found;
  }

  /** Answers may come in another order than their questions went: the later question knows better. */
  function remember(name: string, id: string, at: number): void {
    if (at >= (known.get(name)?.at ?? 0)) known.set(name, { id, at });
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
      await ensureLive(definition);
      // Counted apart, so that no name is given twice, whatever has been removed since.
      const counted = await counters.findOneAndUpdate(
        { _id: versionName(definition) },
        { $inc: { last: 1 } },
        { upsert: true, returnDocument: 'after' },
      );
      return add(definition, 'candidate', (counted?.last ?? 0) + 1);
    },

    /** Retires the live one, if it is still in these hands, and makes another one live. */
    async exchange({ id, epoch }: Pick<Hold, 'id' | 'epoch'>, next: string, session: ClientSession): Promise<void> {
      const successor = await session.withTransaction(async () => {
        const present = await all.findOne({ _id: id }, { session });
        if (present?.epoch !== epoch) throw new SupersededError(id);
        const { name, version } = present;
        const chosen = await all.findOne({ _id: next, name, version, state: { $ne: 'live' } }, { session });
        if (present.state !== 'live' || !chosen) throw new TypeError(`${id} is not live, or ${next} is not there`);
        const release = { $inc: { epoch: 1 }, $unset: { session: '' as const } };
        await all.updateOne(
          { _id: id, epoch },
          { $set: { state: 'retired', heldUntil: new Date(0) }, ...release },
          { session },
        );
        await all.updateOne({ _id: next }, { $set: { state: 'live' } }, { session });
        return chosen;
      });
      // Whoever asked before may have been told of the other.
      remember(versionName(successor), successor._id, performance.now());
    },

    async remove(_id: string): Promise<void> {
      const removed = await all.deleteOne({ _id, state: { $ne: 'live' } });
      if (removed.deletedCount !== 1) throw new TypeError(`${_id} is live, or is no generation`);
    },
  };
}
