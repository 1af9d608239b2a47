import { MongoAPIError, MongoParseError, MongoServerError } from 'mongodb';
import { type Clock, systemClock } from '../clock.ts';
import type { EventLog } from '../event-log/event-log.ts';
import { openMongoEventLog } from '../event-log/mongodb/mongodb.ts';
import { meteredEventLog } from '../metrics/metered-event-log.ts';
import { connectMongo, type MongoConnection, MongoRefusedError } from '../mongodb/connect.ts';
import type { Cursors } from '../reactions/cursors.ts';
import { mongoCursors } from '../reactions/mongodb.ts';
import { mongoReadModels } from '../read-models/mongodb/mongodb.ts';
import type { ReadModels } from '../read-models/read-models.ts';

/** What every process of the distributed mode works with. */
export interface Stores extends AsyncDisposable {
  readonly mongo: MongoConnection;
  readonly clock: Clock;
  readonly log: EventLog;
  readonly readModels: ReadModels;
  readonly cursors: Cursors;
}

/** AuthenticationFailed, Unauthorized, and what Atlas says for the former. */
const refused = [18, 13, 8000];

/**
 * Connects to the replica set and opens what is in it.
 * @throws {StartError} it will not work however often it is tried: wrong credentials, an unsuitable server
 */
export async function openStores(url: string): Promise<Stores> {
  await using stack = new AsyncDisposableStack();
  try {
    const mongo = stack.use(await connectMongo(url));
    const log = stack.use(meteredEventLog(await openMongoEventLog(mongo.db)));
    const parts = { mongo, clock: systemClock, log };
    const opened = stack.move();
    const stores = { readModels: mongoReadModels(mongo), cursors: mongoCursors(mongo.db) };
    return { ...parts, ...stores, [Symbol.asyncDispose]: () => opened.disposeAsync() };
  } catch (error) {
    // Its own words may repeat the address, with the password.
    const isNone = error instanceof MongoServerError && error.codeName === 'InvalidNamespace';
    if (isNone || error instanceof MongoAPIError || error instanceof MongoParseError)
      throw new MongoRefusedError('it is not an address that MongoDB understands');
    if (error instanceof MongoServerError && refused.includes(Number(error.code)))
      throw new MongoRefusedError(`the server at ${hostsOf(url)} refuses its user or password: ${error.codeName}`);
    throw error;
  }
}

/** The servers of an address, without who wants to be let in. */
export function hostsOf(url: string): string {
  const [beforeOptions = ''] = url.replace(/^\w+(\+srv)?:\/\//, '').split('?');
  return beforeOptions.slice(beforeOptions.lastIndexOf('@') + 1).split('/')[0] ?? '';
}
