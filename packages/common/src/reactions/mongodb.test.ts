import { expect, test } from 'vitest';
import { SupersededError } from '../read-models/read-models.ts';
import { onMongod } from '../testing/on-mongod.ts';
import { cursorsSuite } from './cursors.suite.ts';
import { mongoCursors } from './mongodb.ts';

onMongod((here) => {
  const database = () => here.mongo.client.db(`cursors-${crypto.randomUUID()}`);

  cursorsSuite('MongoDB', () => {
    const db = database();
    return async () => mongoCursors(db);
  });

  test('a cursor that another process has taken cannot be moved any more', async () => {
    const db = database();
    const paused = await mongoCursors(db).take('echo');
    await db.collection('cursors').updateOne({}, { $set: { heldUntil: new Date(0) } });
    await using cursor = await mongoCursors(db).take('echo');
    await expect(paused.save(9)).rejects.toThrow(SupersededError);
    await expect(paused.confirm()).rejects.toThrow(SupersededError);
    await cursor.save(1);
    await cursor.confirm();
    await paused[Symbol.asyncDispose]();
  });
});
