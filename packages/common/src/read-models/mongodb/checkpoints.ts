import { setTimeout as delay } from 'node:timers/promises';
import type { ClientSession, Db } from 'mongodb';
import { CheckpointMovedError, SupersededError } from '../read-models.ts';

interface CheckpointDocument {
  _id: string;
  position: number;
  /** Counts those who have held the model: who holds an older one has been superseded. */
  epoch: number;
  /** By the server's clock. */
  heldUntil: Date;
}

/** Milliseconds for which a model is held without a sign of life of its holder. */
const LEASE = 5000;

/**
 * How far each read model is, and who may write it. A lease decides who writes; the epoch, checked in the same
 * transaction as the documents, holds also against a holder that was paused and does not know that it has lost it.
 */
export function mongoCheckpoints(db: Db) {
  const checkpoints = db.collection<CheckpointDocument>('checkpoints');
  const until = { $add: ['$$NOW', LEASE] };

  async function take(id: string): Promise<CheckpointDocument | null> {
    const fresh = { position: 0, epoch: 0, heldUntil: new Date(0) };
    await checkpoints.updateOne({ _id: id }, { $setOnInsert: fresh }, { upsert: true });
    const free = { _id: id, $expr: { $lte: ['$heldUntil', '$$NOW'] } };
    const set = [{ $set: { epoch: { $add: ['$epoch', 1] }, heldUntil: until } }];
    return checkpoints.findOneAndUpdate(free, set, { returnDocument: 'after' });
  }

  return {
    async position(id: string): Promise<number> {
      return (await checkpoints.findOne({ _id: id }))?.position ?? 0;
    },

    /** Waits until nobody holds the model, and takes it. */
    async hold(id: string, signal?: AbortSignal): Promise<Hold> {
      for (;;) {
        signal?.throwIfAborted();
        const taken = await take(id);
        if (taken) return holdOf(taken);
        await delay(LEASE / 10, undefined, signal ? { signal } : {});
      }
    },
  };

  function holdOf({ _id, epoch }: CheckpointDocument): Hold {
    const renewing = setInterval(renew, LEASE / 4);
    function renew(): void {
      // A renewal that fails is made up for by the next, or by the epoch.
      checkpoints.updateOne({ _id, epoch }, [{ $set: { heldUntil: until } }]).catch(() => undefined);
    }
    return {
      async position() {
        const present = await checkpoints.findOne({ _id });
        if (present?.epoch !== epoch) throw new SupersededError(_id);
        return present.position;
      },
      async advance(from, to, session) {
        const { matchedCount } = await checkpoints.updateOne(
          { _id, epoch, position: from },
          { $set: { position: to } },
          { session },
        );
        if (matchedCount === 0)
          throw new CheckpointMovedError(_id, from, (await checkpoints.findOne({ _id }))?.position ?? 0);
      },
      async [Symbol.asyncDispose]() {
        clearInterval(renewing);
        await checkpoints.updateOne({ _id, epoch }, { $set: { heldUntil: new Date(0) } }).catch(() => undefined);
      },
    };
  }
}

/** The right to write a read model. */
export interface Hold extends AsyncDisposable {
  /** @throws {SupersededError} somebody else holds the model by now */
  position(): Promise<number>;
  /**
   * Moves the checkpoint, as part of a transaction.
   * @throws {CheckpointMovedError} it is not at `from`, or somebody else holds the model by now
   */
  advance(from: number, to: number, session: ClientSession): Promise<void>;
}
