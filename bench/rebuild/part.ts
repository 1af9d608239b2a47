import { type Measured, median, type Part, type Row, ratioOf, type Size } from '../part.ts';
import { type Server, startServer } from '../server.ts';
import { filledLog } from './log.ts';
import { readAll, upsertEach } from './peers.ts';
import { rebuildListings } from './rebuild.ts';

const OURS = 'ours, a rebuild';
const CURSOR = 'bare cursor';
const UPSERTS = 'ordered bulkWrite, an upsert an event';

const sizes: Record<Size, readonly { events: number; rounds: number }[]> = {
  smoke: [{ events: 200, rounds: 1 }],
  usual: [{ events: 100_000, rounds: 3 }],
  large: [
    { events: 100_000, rounds: 5 },
    { events: 1_000_000, rounds: 1 },
  ],
};

/** Events a second into the busiest read model, the listings of tickets. */
export const rebuild: Part = {
  name: 'rebuild',
  title: 'A read model built anew',
  versions: [],
  async run(size) {
    const rows: Row[] = [];
    const ratios = [];
    let mongod = '';
    for (const { events, rounds } of sizes[size]) {
      await using server = await startServer();
      mongod = server.version;
      const measured = await ofEvents(server, events, rounds);
      rows.push(...measured.rows);
      ratios.push(...measured.ratios);
    }
    return { rows, ratios, servers: { mongod } };
  },
};

async function ofEvents(server: Server, events: number, rounds: number): Promise<Measured> {
  await using filled = await filledLog(server.fresh(), events);
  const memory = { early: [] as number[], late: [] as number[] };
  const peers: Record<string, (mongo: ReturnType<Server['fresh']>) => Promise<number>> = {
    [CURSOR]: () => readAll(filled),
    [UPSERTS]: (mongo) => upsertEach(filled, mongo),
    [OURS]: async (mongo) => {
      let early: number | undefined;
      const done = await rebuildListings(filled, mongo, (position) => {
        if (position >= events / 10) early ??= residentMegabytes();
      });
      memory.early.push(early ?? residentMegabytes());
      memory.late.push(residentMegabytes());
      return done;
    },
  };
  const names = Object.keys(peers);
  const found = Object.fromEntries(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1)
    for (const [turn] of names.entries()) {
      const name = names[(turn + round) % names.length] as string;
      const mongo = server.fresh();
      const began = performance.now();
      const done = await peers[name]?.(mongo);
      found[name]?.push(events / ((performance.now() - began) / 1000));
      if (done !== events) throw new Error(`${name} took in ${done} events of ${events}`);
      await mongo.db.dropDatabase();
    }
  const group = `${events.toLocaleString('en')} events`;
  const of = (name: string) => [`${name}, ${group}`, found[name] ?? []] as const;
  const resident = { 'MB after 10 %': median(memory.early), 'MB at the end': median(memory.late) };
  return {
    rows: names.map((name) => ({
      group,
      name,
      figures: { 'events a second': median(found[name] ?? []), ...(name === OURS ? resident : {}) },
    })),
    ratios: [
      ratioOf(of(OURS), of(CURSOR), { sense: '≥', ratio: 0.5 }),
      ratioOf(of(OURS), of(UPSERTS), { sense: '≥', ratio: 4 }),
      ratioOf([`memory at the end, ${group}`, memory.late], ['after 10 %', memory.early], { sense: '≤', ratio: 1.2 }),
    ],
  };
}

function residentMegabytes(): number {
  return process.memoryUsage.rss() / 1e6;
}
