import { setTimeout as delay } from 'node:timers/promises';
import type { ClientSession, Db } from 'mongodb';

interface PositionDocument {
  _id: string;
  position: number;
  /** Counts those who have held it: who holds an older one has been superseded. */
  epoch: number;
  /** By the server's clock. */
  heldUntil: Date;
}

/** Somebody else holds the position by now. */
export class SupersededError extends Error {
  constructor(name: string) {
    super(`${name} is held by another process now`);
    this.name = 'SupersededError';
  }
}

/** The right to move a position. */
export interface Hold extends AsyncDisposable {
  /** @throws {SupersededError} */
  position(): Promise<number>;
  /**
   * Moves it, within a transaction if there is one. Answers `false` when it is not at `from`.
   * @throws {SupersededError}
   */
  move(to: number, options?: { from?: number; session?: ClientSession }): Promise<boolean>;
}

/** Milliseconds for which a position is held without a sign of life of its holder. */
const LEASE = 5000;

/**
 * Named positions, each moved by one process at a time. A lease by the server's clock decides by whom; the epoch,
 * checked whenever the position is moved, holds also against a holder that was paused and does not know that it
 * has lost it.
 */
export function heldPositions(db: Db) {
  const positions = db.collection<PositionDocument>('positions');
  const until = { $add: ['$$NOW', LEASE] };

  async function take(_id: string): Promise<PositionDocument | null> {
    const fresh = { position: 0, epoch: 0, heldUntil: new Date(0) };
    await positions.updateOne({ _id }, { $setOnInsert: fresh }, { upsert: true });
    const free = { _id, $expr: { $lte: ['$heldUntil', '$$NOW'] } };
    const set = [{ $set: { epoch: { $add: ['$epoch', 1] }, heldUntil: until } }];
    return positions.findOneAndUpdate(free, set, { returnDocument: 'after' });
  }

  function holdOf({ _id, epoch }: PositionDocument): Hold {
    // A renewal that fails is made up for by the next one, or by the epoch.
    const renew = () => positions.updateOne({ _id, epoch }, [{ $set: { heldUntil: until } }]).catch(() => undefined);
    const renewing = setInterval(renew, LEASE / 4);

    async function position(): Promise<number> {
      const present = await positions.findOne({ _id });
      if (present?.epoch !== epoch) throw new SupersededError(_id);
      return present.position;
    }

    return {
      position,
      async move(to, { from, session } = {}) {
        const filter = { _id, epoch, ...(from === undefined ? {} : { position: from }) };
        const { matchedCount } = await positions.updateOne(
          filter,
          { $set: { position: to } },
          session ? { session } : {},
        );
        if (matchedCount === 1) return true;
        await position();
        return false;
      },
      async [Symbol.asyncDispose]() {
        clearInterval(renewing);
        await positions.updateOne({ _id, epoch }, { $set: { heldUntil: new Date(0) } }).catch(() => undefined);
      },
    };
  }

  return {
    async position(_id: string): Promise<number> {
      return (await positions.findOne({ _id }))?.position ?? 0;
    },
    /**
     * Waits until nobody holds the position, and takes it.
     * @throws the signal's reason, when it is aborted before
     */
    async hold(_id: string, signal?: AbortSignal): Promise<Hold> {
      for (;;) {
        signal?.throwIfAborted();
        const taken = await take(_id);
        if (taken) return holdOf(taken);
        await delay(LEASE / 10, undefined, signal ? { signal } : {});
      }
    },
  };
}
