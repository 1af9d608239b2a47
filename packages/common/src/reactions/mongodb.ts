import type { Db } from 'mongodb';
import { type HeldPosition, holdPosition, untouched } from '../mongodb/held-positions.ts';
import type { Cursors } from './cursors.ts';

/** Cursors in MongoDB, each held by one process at a time. */
export function mongoCursors(db: Db): Cursors {
  const cursors = db.collection<HeldPosition>('cursors');
  return {
    async positions() {
      const found = await cursors.find().sort({ _id: 1 }).toArray();
      return found.map(({ _id: name, position }) => ({ name, position }));
    },
    async take(name, signal) {
      await cursors.updateOne({ _id: name }, { $setOnInsert: untouched }, { upsert: true });
      const hold = await holdPosition(cursors, { _id: name }, { signal });
      return {
        position: await hold.position(),
        async save(position) {
          await hold.move(position);
        },
        async confirm() {
          await hold.position();
        },
        [Symbol.asyncDispose]: () => hold[Symbol.asyncDispose](),
      };
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}
