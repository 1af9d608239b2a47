import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createLogger } from '../../packages/common/src/http/index.ts';
import type { Append, EventLog } from '../../packages/common/src/index.ts';
import { type DataFolder, openDataFolder } from '../../services/marketplace/src/data-folder.ts';
import { createMarket } from '../../services/marketplace/src/market.ts';
import { embeddedParts } from '../../services/marketplace/src/parts.ts';
import { median, type Part, ratioOf, type Size } from '../part.ts';
import { ticketHistory } from '../tickets.ts';

const sizes: Record<Size, { events: number; rounds: number }> = {
  smoke: { events: 200, rounds: 1 },
  usual: { events: 100_000, rounds: 5 },
  large: { events: 1_000_000, rounds: 3 },
};

const START = 'ours, files opened to API ready';
const PARSED = 'reading, each event parsed from JSON';
const BARE = 'reading, bare rows';

/** Seconds until the embedded market answers, all read models built in memory. */
export const start: Part = {
  name: 'start',
  title: 'Start of the embedded market',
  versions: [],
  async run(size) {
    const { events, rounds } = sizes[size];
    const path = mkdtempSync(join(tmpdir(), 'bench-'));
    await using stack = new AsyncDisposableStack();
    stack.defer(() => rmSync(path, { recursive: true, force: true }));
    await fill(path, events);
    const peers: Record<string, () => Promise<void> | void> = {
      [START]: () => startMarket(path),
      [PARSED]: () => readRows(path, events, (body) => JSON.parse(body)),
      [BARE]: () => readRows(path, events, () => undefined),
    };
    const found = Object.fromEntries(Object.keys(peers).map((name) => [name, [] as number[]]));
    for (let round = 0; round < rounds; round += 1)
      for (const [name, once] of Object.entries(peers)) {
        const began = performance.now();
        await once();
        found[name]?.push((performance.now() - began) / 1000);
      }
    const group = `${events.toLocaleString('en')} events`;
    const of = (name: string) => [`${name}, ${group}`, found[name] ?? []] as const;
    return {
      rows: Object.entries(found).map(([name, seconds]) => ({ group, name, figures: { seconds: median(seconds) } })),
      ratios: [ratioOf(of(START), of(PARSED), { sense: '≤', ratio: 5 }), ratioOf(of(START), of(BARE))],
    };
  },
};

async function fill(path: string, events: number): Promise<void> {
  await using folder = openDataFolder(path);
  await using parts = embeddedParts(folder, { scryptLn: 10 });
  let waiting: Append[] = [];
  for (const append of ticketHistory(events))
    if (waiting.push(append) === 250) waiting = await appended(parts.log, waiting);
  await appended(parts.log, waiting);
}

async function appended(log: EventLog, waiting: Append[]): Promise<Append[]> {
  await Promise.all(waiting.map((append) => log.append(append)));
  return [];
}

async function startMarket(path: string): Promise<void> {
  await using folder: DataFolder = openDataFolder(path);
  await using parts = embeddedParts(folder, { scryptLn: 10 });
  await using market = await createMarket(parts, {
    logger: createLogger('silent'),
    secrets: folder.secrets,
    secure: false,
    trustProxy: 'loopback',
    currency: 'EUR',
    holdSeconds: 900,
    paySeconds: 600,
    feeBasisPoints: 500,
  });
  await market.app.ready();
}

function readRows(path: string, events: number, take: (body: string) => void): void {
  using database = new DatabaseSync(join(path, 'events.sqlite'), { readOnly: true });
  let rows = 0;
  for (const { body } of database.prepare('SELECT position, body FROM commits ORDER BY position').iterate()) {
    take(body as string);
    rows += 1;
  }
  if (rows !== events) throw new Error(`${rows} rows of ${events} were read`);
}
