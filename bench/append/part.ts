import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMongoEventLog } from '../../packages/common/src/event-log/mongodb/mongodb.ts';
import { openSqliteEventLog } from '../../packages/common/src/event-log/sqlite.ts';
import { type Figures, type Load, over, rowOf, sideBySide } from '../load.ts';
import { type Measured, type Part, type Row, ratioOf, type Size } from '../part.ts';
import { type Server, startServer } from '../server.ts';
import { versionOf } from '../versions.ts';
import { newAppend } from './append.ts';
import { emmettStore } from './emmett.ts';
import { startProcesses } from './processes.ts';

const BARE = 'bare insertOne';
const OURS = 'event log';
const EMMETT = 'emmett appendToStream';
const SQLITE = 'event log on SQLite';

type Plan = Omit<Load, 'clients'> & { readonly processes: number };

const plans: Record<Size, Plan> = {
  smoke: { seconds: 0.05, rounds: 1, processes: 2 },
  usual: { seconds: 2, rounds: 5, processes: 4 },
  large: { seconds: 5, rounds: 9, processes: 4 },
};

/** Commits a second. Everything is durable when it is answered: by a majority, in the journal. */
export const append: Part = {
  name: 'append',
  title: 'Appends a second',
  versions: [['@event-driven-io/emmett-mongodb', versionOf('@event-driven-io/emmett-mongodb', import.meta.url)]],
  async run(size) {
    await using server = await startServer();
    const alone = await inOneProcess(server, plans[size]);
    const together = await inProcesses(server, plans[size]);
    return {
      rows: [...alone.rows, ...together.rows],
      ratios: [...alone.ratios, ...together.ratios],
      servers: { mongod: server.version },
    };
  },
};

async function inOneProcess(server: Server, plan: Plan): Promise<Measured> {
  const { db } = server.fresh();
  const file = join(tmpdir(), `bench-${crypto.randomUUID()}.sqlite`);
  await using stack = new AsyncDisposableStack();
  for (const end of ['', '-wal', '-shm']) stack.defer(() => rmSync(file + end, { force: true }));
  const sqlite = stack.use(openSqliteEventLog(file));
  const log = stack.use(await openMongoEventLog(db));
  const emmett = stack.use(emmettStore(server.url));
  const bare = db.collection('bare');
  const peers = {
    [BARE]: over(() => bare.insertOne(newAppend())),
    [EMMETT]: over(() => emmett.append()),
    [OURS]: over(() => log.append(newAppend())),
    [SQLITE]: over(() => sqlite.append(newAppend())),
  };
  const rows: Row[] = [];
  const found: Record<number, Record<string, Figures[]>> = {};
  for (const clients of [1, 64, 256]) {
    found[clients] = await sideBySide(peers, { ...plan, clients });
    for (const [name, rounds] of Object.entries(found[clients])) rows.push(rowOf(groupOf(clients), name, rounds));
  }
  const of = (name: string, clients: number, figure: keyof Figures) =>
    [
      `${name}, ${groupOf(clients)}, ${nameOf[figure]}`,
      found[clients]?.[name]?.map((one) => one[figure]) ?? [],
    ] as const;
  const ratios = [
    ratioOf(of(OURS, 64, 'perSecond'), of(BARE, 64, 'perSecond'), { sense: '≥', ratio: 5 }),
    ratioOf(of(OURS, 64, 'perSecond'), of(EMMETT, 64, 'perSecond'), { sense: '≥', ratio: 10 }),
    ratioOf(of(OURS, 1, 'median'), of(BARE, 1, 'median'), { sense: '≤', ratio: 1.1 }),
    ratioOf(of(OURS, 256, 'perSecond'), of(BARE, 256, 'perSecond')),
  ];
  return { rows, ratios };
}

async function inProcesses(server: Server, plan: Plan): Promise<Measured> {
  const { databaseName } = server.fresh().db;
  await using processes = await startProcesses(plan.processes, server.url, databaseName);
  const [one, all] = ['1 process', `${plan.processes} processes`];
  const peers = { [one]: processes.using(1), [all]: processes.using(plan.processes) };
  const found = await sideBySide(peers, { ...plan, clients: 64 });
  const of = (name: string, figure: keyof Figures) =>
    [`${OURS}, ${name}, ${nameOf[figure]}`, found[name]?.map((round) => round[figure]) ?? []] as const;
  return {
    rows: Object.entries(found).map(([name, figures]) => rowOf('64 clients a process', `${OURS}, ${name}`, figures)),
    ratios: [
      ratioOf(of(all, 'perSecond'), of(one, 'perSecond'), { sense: '≥', ratio: 0.8 }),
      ratioOf(of(all, 'p99'), of(one, 'p99'), { sense: '≤', ratio: 5 }),
    ],
  };
}

const nameOf: Record<keyof Figures, string> = { perSecond: 'a second', median: 'median', p99: 'p99' };

function groupOf(clients: number): string {
  return clients === 1 ? '1 client' : `${clients} clients`;
}
