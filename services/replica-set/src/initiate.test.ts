import { mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mongodPath, startMongod } from '@boxoffice/common/testing';
import { MongoClient } from 'mongodb';
import { expect, test } from 'vitest';
import { initiate, readAddress } from './initiate.ts';

const KEY = 'q7Lw2ZbXr9KfT0cVnHsJ5yGdPm3AuE8i';

test.each([
  ['mongodb://market:hun?ter2@a:1/boxoffice?replicaSet=rs0', /it is not an address that MongoDB understands$/],
  ['mongodb://market:hunter2@a:1,b:2/boxoffice', /name the replica set/],
  ['mongodb://a:1,b:2/boxoffice?replicaSet=rs0', /name the user/],
])('%s is none, or says too little', (url, why) => {
  expect(() => readAddress(url)).toThrow(why);
});

/** Whether somebody is let in at this address, and may write. */
async function mayWrite(url: string): Promise<boolean> {
  const client = new MongoClient(url);
  try {
    await client.db().collection('commits').insertOne({});
    return true;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}

test.runIf(mongodPath ?? process.env.CI)(
  'makes a replica set and its user once, gives the user a new password, and makes another user beside it',
  async () => {
    using folder = mkdtempDisposableSync(join(tmpdir(), 'key-'));
    const keyFile = join(folder.path, 'key');
    writeFileSync(keyFile, KEY, { mode: 0o400 });
    // In one word, so that it is left to us to make it a set.
    await using server = await startMongod(['--replSet=rs0', '--keyFile', keyFile]);
    const address = (password: string) => {
      const { host } = new URL(server.url);
      return `mongodb://market:${password}@${host}/boxoffice?replicaSet=rs0`;
    };

    await initiate(address('hunter2'), KEY);
    expect(await mayWrite(address('hunter2'))).toBe(true);
    expect(
      await mayWrite(address('hunter2').replace('/boxoffice', '/other').replace('rs0', 'rs0&authSource=boxoffice')),
    ).toBe(false);
    await initiate(address('hunter2'), KEY);
    await initiate(address('hunter3'), KEY);
    expect([await mayWrite(address('hunter2')), await mayWrite(address('hunter3'))]).toEqual([false, true]);
    const other = address('hunter4').replace('market', 'market-2');
    await initiate(other, KEY);
    expect([await mayWrite(address('hunter3')), await mayWrite(other)]).toEqual([true, true]);
  },
);
