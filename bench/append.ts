import { openMongoEventLog } from '../packages/common/src/event-log/mongodb/mongodb.ts';
import { openSqliteEventLog } from '../packages/common/src/event-log/sqlite.ts';
import { connectMongo } from '../packages/common/src/mongodb/connect.ts';
import { startMongod } from '../packages/common/src/testing/mongod.ts';
import { type Figures, load, row } from './load.ts';

/** Appends a second: the log in MongoDB beside bare inserts on the same server, and the log in SQLite beside both. */
const SECONDS = 5;

await using server = await startMongod();
await using connection = await connectMongo(server.url);
const db = connection.client.db(`bench-${crypto.randomUUID()}`);
await using mongoLog = await openMongoEventLog(db);
await using sqliteLog = openSqliteEventLog(`${process.env.TMPDIR ?? '/tmp'}/bench-${crypto.randomUUID()}.sqlite`);
const bare = db.collection('bare');

function append() {
  const id = crypto.randomUUID();
  const streams = [`ticket-${id}`, `order-${id}`];
  const data = { id, title: 'Swan Lake, the Riverside Ballet', price: { amount: 4500, currency: 'EUR' } };
  return {
    expected: Object.fromEntries(streams.map((stream) => [stream, 0])),
    events: streams.map((stream) => ({ stream, type: 'Happened', version: 1, data })),
    commandId: id,
    correlationId: id,
    actor: id,
    at: new Date().toISOString(),
  };
}

const peers: Record<string, () => Promise<unknown>> = {
  'MongoDB, bare insertOne': () => bare.insertOne(append()),
  'MongoDB, event log': () => mongoLog.append(append()),
  'SQLite, event log': () => sqliteLog.append(append()),
};

for (const clients of [1, 64, 256]) {
  const figures: Record<string, Figures> = {};
  for (const [name, once] of Object.entries(peers)) figures[name] = await load(once, { clients, seconds: SECONDS });
  const base = figures['MongoDB, bare insertOne'];
  for (const [name, found] of Object.entries(figures)) process.stdout.write(`${row(name, clients, found, base)}\n`);
}
