import { rmSync } from 'node:fs';
import { connectMongo, type MongoConnection } from '../packages/common/src/mongodb/connect.ts';
import { startMongod } from '../packages/common/src/testing/mongod.ts';

export interface Server extends AsyncDisposable {
  readonly url: string;
  readonly version: string;
  readonly mongo: MongoConnection;
  /** The same connections, and a database that nobody has used. */
  fresh(): MongoConnection;
}

/** A MongoDB server, and a connection to it as the services have it. Its data goes with it. */
export async function startServer(): Promise<Server> {
  await using stack = new AsyncDisposableStack();
  const server = await startMongod();
  const folder = server.child.spawnargs[server.child.spawnargs.indexOf('--dbpath') + 1];
  if (folder) stack.defer(() => rmSync(folder, { recursive: true, force: true }));
  stack.use(server);
  const mongo = stack.use(await connectMongo(server.url));
  const { version } = await mongo.client.db('admin').command({ buildInfo: 1 });
  const all = stack.move();
  return {
    url: server.url,
    version,
    mongo,
    fresh: () => ({ ...mongo, db: mongo.client.db(`bench-${crypto.randomUUID()}`) }),
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}
