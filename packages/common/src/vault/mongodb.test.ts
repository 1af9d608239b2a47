import { expect, test } from 'vitest';
import { onMongod } from '../testing/on-mongod.ts';
import { mongoVault } from './mongodb.ts';
import { vaultSuite, zoe } from './vault.suite.ts';

onMongod((here) => {
  const database = () => here.mongo.client.db(`vault-${crypto.randomUUID()}`);

  vaultSuite('MongoDB', () => {
    const db = database();
    return () => mongoVault(db);
  });

  test('who was forgotten is in no collection', async () => {
    const db = database();
    await using vault = mongoVault(db);
    await vault.put(zoe);
    await vault.forget('zoe');
    expect(await db.collection('people').find().toArray()).toEqual([]);
    expect((await db.listCollections().toArray()).map(({ name }) => name)).toEqual(['people']);
  });
});
