import { setTimeout as delay } from 'node:timers/promises';
import type { Binary, ClientSession, Collection, Filter } from 'mongodb';
import { SupersededError } from '../read-models/read-models.ts';

/** A named position that one process at a time may move. */
export interface HeldPosition {
  _id: string;
  position: number;
  /** Counts those who have held it: who holds an older one has been superseded. */
  epoch: number;
  /** By the server's clock. */
  heldUntil: Date;
  /** The session of whoever holds it, where they write within transactions; of whoever has let it go, none. */
  session?: Binary;
}

/** A position that nobody has held yet. */
export const untouched = { position: 0, epoch: 0, heldUntil: new Date(0) };

/** The right to move a position. */
export interface Hold extends AsyncDisposable {
  readonly id: string;
  readonly epoch: number;
  /** @throws {SupersededError} */
  position(): Promise<number>;
  /**
   * Moves it, within a transaction if there is one. Answers `false` when it is not at `from`.
   * @throws {SupersededError}
   */
  move(to: number, options?: { from?: number; session?: ClientSession }): Promise<boolean>;
}

export interface HoldOptions {
  /** Takes it at once, from whoever has it. */
  readonly seize?: boolean | undefined;
  /** Where the holder's transactions will be: one session, and how to end one that another holder has left. */
  readonly transactions?: { readonly session: ClientSession; readonly end: (left: Binary) => Promise<unknown> };
  readonly signal?: AbortSignal | undefined;
}

/** Milliseconds for which a position is held without a sign of life of its holder. */
export const LEASE = 5000;

/**
 * Waits until nobody holds the position that the filter finds, and takes it. A lease by the server's clock decides by
 * whom; the epoch, checked whenever the position is moved, holds also against a holder that was paused and does not
 * know that it has lost it.
 * @throws the signal's reason, when it is aborted before
 */
export async function holdPosition<Kind extends HeldPosition>(
  positions: Collection<Kind>,
  filter: Filter<HeldPosition>,
  { seize = false, transactions, signal }: HoldOptions = {},
): Promise<Hold> {
  const free = (seize ? filter : { ...filter, $expr: { $lte: ['$heldUntil', '$$NOW'] } }) as Filter<Kind>;
  const own = transactions?.session.id ? { session: transactions.session.id.id } : {};
  const update = [{ $set: { epoch: { $add: ['$epoch', 1] }, heldUntil: until, ...own } }, { $unset: 'halt' }];
  for (;;) {
    signal?.throwIfAborted();
    const left = await positions.findOne(free);
    // Whoever died in the middle of a transaction has left it open: the server would keep its locks for a minute.
    if (left?.session) await transactions?.end(left.session);
    if (!left && !(await positions.findOne(filter as Filter<Kind>))) throw new TypeError('there is nothing to hold');
    const taken = left && (await positions.findOneAndUpdate(free, update, { returnDocument: 'after' }));
    if (taken) return holdOf(positions as unknown as Collection<HeldPosition>, taken);
    // What the wait rejects with is no reason of ours: the next look at the signal throws that.
    await delay(LEASE / 10, undefined, signal ? { signal } : {}).catch(() => undefined);
  }
}

const until = { $add: ['$$NOW', LEASE] };

function holdOf(positions: Collection<HeldPosition>, { _id, epoch }: Pick<HeldPosition, '_id' | 'epoch'>): Hold {
  // A renewal that fails is made up for by the next one, or by the epoch.
  const renew = () => positions.updateOne({ _id, epoch }, [{ $set: { heldUntil: until } }]).catch(() => undefined);
  const renewing = setInterval(renew, LEASE / 4);

  async function position(): Promise<number> {
    const present = await positions.findOne({ _id });
    if (present?.epoch !== epoch) throw new SupersededError(_id);
    return present.position;
  }

  return {
    id: _id,
    epoch,
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
      const release = { $set: { heldUntil: new Date(0) }, $unset: { session: '' as const } };
      await positions.updateOne({ _id, epoch }, release).catch(() => undefined);
    },
  };
}
