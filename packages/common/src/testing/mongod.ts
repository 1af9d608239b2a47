import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { freePort, programPath } from './program.ts';

/** The MongoDB server of this machine: `MONGOD_PATH`, or `mongod` on the path. */
export const mongodPath = programPath('mongod', process.env.MONGOD_PATH);

export interface Mongod extends AsyncDisposable {
  readonly url: string;
  readonly child: ChildProcess;
}

/** Starts a replica set of one node with data of its own. Test commands (failpoints) are on. */
export async function startMongod(more: string[] = ['--replSet', 'rs0']): Promise<Mongod> {
  if (!mongodPath) throw new Error('there is no mongod on this machine');
  const port = await freePort();
  const dbpath = mkdtempSync(join(tmpdir(), 'mongod-'));
  const place = ['--dbpath', dbpath, '--port', String(port), '--bind_ip', '127.0.0.1'];
  const lean = ['--wiredTigerCacheSizeGB', '0.25', '--setParameter', 'enableTestCommands=1', '--quiet'];
  const child = spawn(mongodPath, [...place, ...lean, ...more], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  await ready(`mongodb://127.0.0.1:${port}/?directConnection=true`, `127.0.0.1:${port}`, more.includes('--replSet'));
  return {
    url: `mongodb://127.0.0.1:${port}/boxoffice`,
    child,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function ready(url: string, host: string, isSet: boolean): Promise<void> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 20_000 });
  try {
    const admin = client.db('admin');
    if (!isSet) return void (await admin.command({ ping: 1 }));
    await admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host }] } });
    while (!(await admin.command({ hello: 1 })).isWritablePrimary) await delay(20);
  } finally {
    await client.close();
  }
}
