import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectMongo, type MongoConnection } from '../mongodb/connect.ts';
import { SupersededError } from '../mongodb/held-positions.ts';
import { type Mongod, mongodPath, startMongod } from '../testing/mongod.ts';
import { cursorsSuite } from './cursors.suite.ts';
import { mongoCursors } from './mongodb.ts';

describe.runIf(mongodPath)('on a real server', () => {
  let server: Mongod;
  let mongo: MongoConnection;
  beforeAll(async () => {
    server = await startMongod();
    mongo = await connectMongo(server.url);
  }, 60_000);
  afterAll(async () => {
    await mongo?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
  });
  const database = () => mongo.client.db(`cursors-${crypto.randomUUID()}`);

  cursorsSuite('MongoDB', () => {
    const db = database();
    return async () => mongoCursors(db);
  });

  test('a cursor that another process has taken cannot be moved any more', async () => {
    const db = database();
    const paused = await mongoCursors(db).take('echo');
    await db.collection('positions').updateOne({}, { $set: { heldUntil: new Date(0) } });
    await using cursor = await mongoCursors(db).take('echo');
    await expect(paused.save(9)).rejects.toThrow(SupersededError);
    await cursor.save(1);
    await paused[Symbol.asyncDispose]();
  });
});
