import { type EventLog, readConfig, Secret, StartError, storedMongoCommits } from '@boxoffice/common';
import { z } from 'zod';
import { type Place, PlaceError } from './place.ts';

const PeopleConfig = z.object({ EMAIL_KEY: Secret });

/** The database of a market of many processes. */
export async function openMongoPlace(url: string): Promise<Place> {
  // Loaded when it is needed: a data folder is read without it.
  const { connectMongo, hostsOf, mongoCursors, mongoReadModels, mongoVault, openMongoEventLog } = await import(
    '@boxoffice/common/roles'
  );
  await using stack = new AsyncDisposableStack();
  const mongo = stack.use(await connectMongo(url).catch((error) => Promise.reject(refusal(error, hostsOf(url)))));
  const { db } = mongo;
  const name = `${db.databaseName} at ${hostsOf(url)}`;
  if (!(await db.listCollections({ name: 'commits' }).hasNext()))
    throw new PlaceError(`There is no market in the database ${name}`);
  const readModels = stack.use(mongoReadModels(mongo));
  let log: Promise<EventLog> | undefined;
  const opened = stack.move();
  return {
    kind: 'mongodb',
    name,
    stored: storedMongoCommits(db),
    readModels,
    log() {
      log ??= openMongoEventLog(db).then((one) => opened.use(one));
      return log;
    },
    cursors: mongoCursors(db).positions,
    vault: async () => mongoVault(db),
    emailKey: () => readConfig(PeopleConfig).EMAIL_KEY,
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Its own words may repeat the address, with the password. */
function refusal(error: Error & { codeName?: string }, hosts: string): Error {
  if (error instanceof StartError) return error;
  if (/^Mongo(API|Parse|InvalidArgument)/.test(error.name))
    return new PlaceError('MONGODB_URL: it is not an address that MongoDB understands');
  if (error.name === 'MongoServerError')
    return new PlaceError(`MONGODB_URL: the server at ${hosts} refuses its user or password: ${error.codeName}`);
  return new PlaceError(`MONGODB_URL: no answer from ${hosts}`);
}
