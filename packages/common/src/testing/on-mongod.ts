import { afterAll, beforeAll, describe } from 'vitest';
import { connectMongo, type MongoConnection } from '../mongodb/connect.ts';
import { type Mongod, mongodPath, startMongod } from './mongod.ts';

export interface Here {
  readonly server: Mongod;
  readonly mongo: MongoConnection;
}

/** Tests on a MongoDB server of their own; left out where the machine has none. `here` is filled before the first. */
export function onMongod(define: (here: Here) => void): void {
  describe.runIf(mongodPath)('on a real MongoDB', () => {
    const here = {} as { -readonly [Part in keyof Here]: Here[Part] };
    beforeAll(async () => {
      here.server = await startMongod();
      here.mongo = await connectMongo(here.server.url);
    }, 60_000);
    afterAll(async () => {
      await here.mongo?.[Symbol.asyncDispose]();
      await here.server?.[Symbol.asyncDispose]();
    });
    define(here);
  });
}
