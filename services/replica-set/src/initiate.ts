import { StartError } from '@boxoffice/common';
import { type Db, MongoClient, MongoServerError } from 'mongodb';

/** How quickly a primary that is gone is missed. Milliseconds. */
const SETTINGS = { electionTimeoutMillis: 5000, heartbeatIntervalMillis: 1000 };

/** What an address says of a replica set and of the user that it is opened with. */
export function readAddress(url: string) {
  const { hosts, credentials, replicaSet, dbName } = new MongoClient(url).options;
  if (!replicaSet) throw new StartError('MONGODB_URL: must name the replica set, as ?replicaSet=rs0');
  if (!credentials?.username) throw new StartError('MONGODB_URL: must name the user, as mongodb://market:password@…');
  const { username: user, password: pwd, source } = credentials;
  return { hosts: hosts.map(String), replicaSet, dbName, user, pwd: pwd ?? '', source };
}

/**
 * Makes the replica set, if it is none yet, and its user, who may read and write the one database.
 * Resolves when both are there.
 * @throws what the driver throws when a server is not there yet: it may be tried again
 */
export async function initiate(url: string, key: string): Promise<void> {
  const { hosts, replicaSet, dbName, user, pwd, source } = readAddress(url);
  const members = hosts.map((host, _id) => ({ _id, host }));
  await asServer(`${hosts[0]}/?directConnection=true`, key, async (admin) => {
    try {
      await admin.command({ replSetInitiate: { _id: replicaSet, members, settings: SETTINGS } });
    } catch (error) {
      const isOneAlready = error instanceof MongoServerError && error.codeName === 'AlreadyInitialized';
      if (!isOneAlready) throw error;
    }
  });
  await asServer(`${hosts.join(',')}/?replicaSet=${replicaSet}`, key, async (_admin, client) => {
    const database = client.db(source);
    const roles = [{ role: 'readWrite', db: dbName }];
    const { users } = await database.command({ usersInfo: user });
    const command = users.length === 0 ? { createUser: user } : { updateUser: user };
    await database.command({ ...command, pwd, roles, writeConcern: { w: 'majority' } });
  });
}

/** Whoever has the key of the servers is let in as one of them, before there is any user. */
async function asServer(
  place: string,
  key: string,
  work: (admin: Db, client: MongoClient) => Promise<void>,
): Promise<void> {
  const auth = { username: '__system', password: key };
  const known = { auth, authSource: 'local', authMechanism: 'SCRAM-SHA-256' } as const;
  const client = new MongoClient(`mongodb://${place}`, { ...known, serverSelectionTimeoutMS: 10_000 });
  try {
    await work(client.db('admin'), client);
  } finally {
    await client.close();
  }
}
