import type { Db } from 'mongodb';
import { heldPositions } from '../mongodb/held-positions.ts';
import type { Cursors } from './cursors.ts';

/** Cursors in MongoDB, each held by one process at a time. */
export function mongoCursors(db: Db): Cursors {
  const positions = heldPositions(db);
  return {
    async take(name, signal) {
      const hold = await positions.hold(`cursor:${name}`, signal);
      return {
        position: await hold.position(),
        async save(position) {
          await hold.move(position);
        },
        [Symbol.asyncDispose]: () => hold[Symbol.asyncDispose](),
      };
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}
