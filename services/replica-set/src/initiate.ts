import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '@boxoffice/common';
import { mongoClient } from '@boxoffice/common/roles';
import { type MongoClient, MongoServerError } from 'mongodb';

/** How quickly a primary that is gone is missed. Milliseconds. */
const SETTINGS = { electionTimeoutMillis: 5000, heartbeatIntervalMillis: 1000 };

/** Who may read and write which database, and where the servers keep the name. */
interface User {
  readonly name: string;
  readonly password: string;
  readonly source: string;
  readonly database: string;
}

/**
 * What an address says of a replica set and of the user that it is opened with.
 * @throws {StartError} it is none, or says too little
 */
export function readAddress(url: string): { hosts: readonly string[]; replicaSet: string; user: User } {
  const { hosts, credentials, replicaSet, dbName } = mongoClient(url).options;
  if (!replicaSet) throw new StartError('MONGODB_URL: must name the replica set, as ?replicaSet=rs0');
  if (!credentials?.username) throw new StartError('MONGODB_URL: must name the user, as mongodb://market:password@…');
  const { username: name, password = '', source } = credentials;
  return { hosts: hosts.map(String), replicaSet, user: { name, password, source, database: dbName } };
}

/**
 * Makes the replica set, if it is none yet, and its user. Resolves when both are there; what is there stays.
 * @throws what the driver throws when a server is not there yet: it may be tried again
 */
export async function initiate(url: string, key: string): Promise<void> {
  const { hosts, replicaSet, user } = readAddress(url);
  const [first = ''] = hosts;
  // Under this name nobody else finds it: processes that wait for the set must not meet one that does not know them yet.
  const hidden = first.replace(/^.*:/, 'localhost:');
  await asServer(`${first}/?directConnection=true`, key, async (client) => {
    const admin = client.db('admin');
    const members = [{ _id: 0, host: hidden }];
    try {
      await admin.command({ replSetInitiate: { _id: replicaSet, members, settings: SETTINGS } });
    } catch (error) {
      if (!(error instanceof MongoServerError && error.codeName === 'AlreadyInitialized')) throw error;
    }
    const { config } = await admin.command({ replSetGetConfig: 1 });
    if (config.members[0].host !== hidden) return;
    while (!(await admin.command({ hello: 1 })).isWritablePrimary) await delay(50);
    await putUser(client, user);
    const all = { ...config, version: config.version + 1, members: hosts.map((host, _id) => ({ _id, host })) };
    await admin.command({ replSetReconfig: all, force: true });
  });
  await asServer(`${hosts}/?replicaSet=${replicaSet}`, key, (client) => putUser(client, user));
}

async function putUser(client: MongoClient, { name, password: pwd, source, database }: User): Promise<void> {
  const db = client.db(source);
  const { users } = await db.command({ usersInfo: name });
  const put = users.length === 0 ? { createUser: name } : { updateUser: name };
  const roles = [{ role: 'readWrite', db: database }];
  await db.command({ ...put, pwd, roles, writeConcern: { w: 'majority' } });
}

/** Whoever has the key of the servers is let in as one of them, before there is any user. */
async function asServer(place: string, key: string, work: (client: MongoClient) => Promise<void>): Promise<void> {
  const auth = { username: '__system', password: key };
  const known = { auth, authSource: 'local', authMechanism: 'SCRAM-SHA-256' } as const;
  const client = mongoClient(`mongodb://${place}`, { ...known, serverSelectionTimeoutMS: 10_000 });
  try {
    await work(client);
  } finally {
    await client.close();
  }
}
