import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Db, type Document, MongoClient } from 'mongodb';
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
  const host = `127.0.0.1:${port}`;
  if (more.includes('--replSet')) await initiateSet([host]);
  else await askMongod(host, (admin) => admin.command({ ping: 1 }));
  return {
    url: `mongodb://127.0.0.1:${port}/boxoffice`,
    child,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Makes a replica set of servers that wait to be one; resolves when it has a primary. */
export async function initiateSet(hosts: readonly [string, ...string[]], settings: Document = {}): Promise<void> {
  const members = hosts.map((host, _id) => ({ _id, host }));
  await askMongod(hosts[0], async (admin) => {
    await admin.command({ replSetInitiate: { _id: 'rs0', members, settings } });
    while ((await admin.command({ hello: 1 })).primary === undefined) await delay(20);
  });
}

/** Asks one server, whatever it is in its set. */
export async function askMongod<Answer>(host: string, ask: (admin: Db) => Promise<Answer>): Promise<Answer> {
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`, { serverSelectionTimeoutMS: 20_000 });
  try {
    return await ask(client.db('admin'));
  } finally {
    await client.close();
  }
}
