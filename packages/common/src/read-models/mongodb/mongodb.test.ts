import { expect, test } from 'vitest';
import { onMongod } from '../../testing/on-mongod.ts';
import { readModelsSuite } from '../read-models.suite.ts';
import { type ReadModels, SupersededError } from '../read-models.ts';
import { mongoReadModels } from './mongodb.ts';

onMongod((here) => {
  const fresh = (name = crypto.randomUUID()): ReadModels =>
    mongoReadModels({ ...here.mongo, db: here.mongo.client.db(`read-models-${name}`) });

  readModelsSuite('MongoDB', async () => fresh());

  const model = { name: 'things', version: 1 };
  const thing = (_id: string) => ({ _id, position: 1, title: _id });
  const nextBatch = { from: 0, to: 1, puts: [thing('a')], deletes: [] };

  test('one projector holds a model, another waits until it is let go', async () => {
    const readModels = fresh();
    const first = await readModels.writer(model);
    let taken = false;
    const second = readModels.writer(model).then((writer) => {
      taken = true;
      return writer;
    });
    await first.save(nextBatch);
    expect(taken).toBe(false);
    await first[Symbol.asyncDispose]();
    await using writer = await second;
    expect(await writer.checkpoint()).toBe(1);
  });

  test('another takes the model of a holder that gives no sign of life, and the first cannot write any more', {
    timeout: 15_000,
  }, async () => {
    const name = crypto.randomUUID();
    const paused = await fresh(name).writer(model);
    // What SIGSTOP does to a holder: it neither renews its lease nor knows that time goes by.
    await here.mongo.client
      .db(`read-models-${name}`)
      .collection('generations')
      .updateOne({}, { $set: { heldUntil: new Date(0) } });
    await using second = await fresh(name).writer(model);
    await expect(paused.save(nextBatch)).rejects.toThrow(SupersededError);
    await expect(paused.checkpoint()).rejects.toThrow(SupersededError);
    expect(await fresh(name).reader(model).find({})).toEqual([]);
    await second.save(nextBatch);
    expect(await fresh(name).reader(model).position()).toBe(1);
    await paused[Symbol.asyncDispose]();
    await second.save({ ...nextBatch, from: 1, to: 2 });
  });

  test('another takes the model at once from a holder that died in the middle of a transaction', async () => {
    const name = crypto.randomUUID();
    const { client } = here.mongo;
    const admin = client.db('admin');
    await using dead = await fresh(name).writer(model);
    await dead.save(nextBatch);
    // What kill -9 leaves on the server: a transaction that holds its locks, and nobody who ends it.
    const data = { failCommands: ['commitTransaction'], blockConnection: true, blockTimeMS: 2500 };
    await admin.command({ configureFailPoint: 'failCommand', mode: { times: 1 }, data });
    const saving = expect(dead.save({ ...nextBatch, from: 1, to: 2 })).rejects.toThrow(SupersededError);
    const open = async () => (await admin.command({ serverStatus: 1 })).transactions.currentOpen;
    await expect.poll(open).toBeGreaterThan(0);
    const began = performance.now();
    await using next = await fresh(name).writer(model, { seize: true });
    await next.save({ ...nextBatch, from: 1, to: 3 });
    expect(performance.now() - began).toBeLessThan(2000);
    await saving;
    expect(await next.checkpoint()).toBe(3);
  });

  test('a candidate whose builder died in the middle of a transaction is removed at once', async () => {
    const name = crypto.randomUUID();
    const admin = here.mongo.client.db('admin');
    const readModels = fresh(name);
    const generation = await readModels.begin(model);
    await using dead = await readModels.writer(model, { generation, seize: true });
    await dead.save(nextBatch);
    const data = { failCommands: ['commitTransaction'], blockConnection: true, blockTimeMS: 2500 };
    await admin.command({ configureFailPoint: 'failCommand', mode: { times: 1 }, data });
    const saving = expect(dead.save({ ...nextBatch, from: 1, to: 2 })).rejects.toThrow(SupersededError);
    const open = async () => (await admin.command({ serverStatus: 1 })).transactions.currentOpen;
    await expect.poll(open).toBeGreaterThan(0);
    const began = performance.now();
    await fresh(name).drop(model, generation);
    expect(performance.now() - began).toBeLessThan(2000);
    await saving;
    expect((await readModels.generations()).map(({ state }) => state)).toEqual(['live']);
  });

  test('who waits for a model can be told to stop waiting', async () => {
    const readModels = fresh();
    await using _held = await readModels.writer(model);
    const stop = new AbortController();
    const waiting = readModels.writer(model, { signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow();
  });
});
