import { type Db, MongoClient, type MongoClientOptions } from 'mongodb';
import { StartError } from '../start-error.ts';

/** The server cannot keep what the log promises. */
export class UnsuitableServerError extends StartError {
  constructor(reason: string) {
    super(`MONGODB_URL: this server cannot hold the log: ${reason}`);
  }
}

/** The address is none, or its user may not do what is needed. */
export class MongoRefusedError extends StartError {
  constructor(reason: string) {
    super(`MONGODB_URL: ${reason}`);
  }
}

/**
 * A client for an address, which is looked at and not yet connected to.
 * @throws {MongoRefusedError} it is no address; the words of the driver may repeat it, with the password
 */
export function mongoClient(url: string, options: MongoClientOptions = {}): MongoClient {
  try {
    return new MongoClient(url, options);
  } catch {
    throw new MongoRefusedError('it is not an address that MongoDB understands');
  }
}

/** A database, and the connections to it. */
export interface MongoConnection extends AsyncDisposable {
  readonly client: MongoClient;
  readonly db: Db;
}

/**
 * Connects to a replica set, with time-outs that notice a silent primary within seconds: by default a paused one
 * would hang every writer for as long as it is paused.
 * @throws {MongoRefusedError} the address is none
 * @throws {UnsuitableServerError} a standalone server, or a set with an arbiter
 */
export async function connectMongo(url: string, { directConnection = false } = {}): Promise<MongoConnection> {
  const client = mongoClient(url, {
    directConnection,
    appName: 'boxoffice',
    socketTimeoutMS: 3000,
    connectTimeoutMS: 2000,
    serverSelectionTimeoutMS: 5000,
    heartbeatFrequencyMS: 1000,
    retryWrites: true,
    readPreference: 'primary',
    readConcern: { level: 'majority' },
    writeConcern: { w: 'majority', journal: true, wtimeoutMS: 5000 },
    ignoreUndefined: true,
  });
  try {
    await client.connect();
    const hello = await client.db('admin').command({ hello: 1 });
    if (hello.setName === undefined) throw new UnsuitableServerError('it is not a replica set');
    if (hello.arbiters?.length > 0)
      throw new UnsuitableServerError('its replica set has an arbiter, which counts for a majority and keeps nothing');
  } catch (error) {
    await client.close();
    throw error;
  }
  return { client, db: client.db(), [Symbol.asyncDispose]: () => client.close() };
}
