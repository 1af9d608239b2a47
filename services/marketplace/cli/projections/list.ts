import { setTimeout as delay } from 'node:timers/promises';
import { controlOf, controlStream, type EventLog, fold, type Generation, type ReadModels } from '@boxoffice/common';
import { projections } from '../../src/market.ts';
import type { CommonOptions, Session } from '../session.ts';
import { say, sayJson } from '../terminal/say.ts';
import { sayTable } from '../terminal/say-table.ts';

interface Row {
  readonly name: string;
  readonly version: number;
  readonly generation: string;
  readonly state: string;
  readonly position: number;
  readonly lagCommits: number;
  /** Since the first commit that is not taken in. */
  readonly lagSeconds: number;
  /** Commits a second; `null` where nothing is kept up. */
  readonly rate: number | null;
  readonly quarantined: number;
}

/** Between the two looks that give the rate, in milliseconds. */
const SAMPLE = 500;

/** `projections list` */
export async function list(session: Session, { json }: CommonOptions): Promise<void> {
  const { place, log, signal } = session;
  const readModels = await session.readModels();
  const before = new Map((await readModels.generations()).map(({ id, position }) => [id, position]));
  await delay(SAMPLE, undefined, { signal });
  const kept = await readModels.generations();
  const generations = [...kept, ...missing(kept)];
  const rows: Row[] = [];
  for (const one of generations) rows.push(await rowOf(one, before.get(one.id), { log, readModels, kind: place.kind }));
  if (json) return sayJson(rows);
  sayTable(
    ['PROJECTION', 'VERSION', 'GENERATION', 'POSITION', 'BEHIND', 'RATE', 'QUARANTINE', 'STATE'],
    rows.map(({ name, version, generation, state, position, lagCommits, lagSeconds, rate, quarantined }) => [
      ...[name, version, generation, position],
      lagCommits === 0 ? '0' : `${lagCommits}, ${lagSeconds} s`,
      ...[rate === null ? '–' : `${rate}/s`, quarantined, state],
    ]),
  );
  if (place.kind === 'folder')
    say(
      `\nThe read models of ${place.name} are in the memory of its market. This is its log as folded by this build just now,\n` +
        'which is what a market of this build shows after its start.',
    );
}

/** Projections of this build that nobody has begun to keep. */
function missing(generations: readonly Generation[]): Generation[] {
  return projections
    .filter(({ name, version }) => !generations.some((one) => one.name === name && one.version === version))
    .map(({ name, version }) => ({ id: '–', name, version, state: 'live', position: 0, held: false }));
}

interface Known {
  readonly log: EventLog;
  readonly readModels: ReadModels;
  readonly kind: 'folder' | 'mongodb';
}

async function rowOf(
  generation: Generation,
  before: number | undefined,
  { log, readModels, kind }: Known,
): Promise<Row> {
  const { id, name, version, position, held } = generation;
  const head = await log.head();
  // What cannot be read is the reason for standing still, and has no age.
  const [next] = position < head ? await log.read(position, 1).catch(() => []) : [];
  const keeps = held && before !== undefined;
  return {
    ...{ name, version, generation: id, position },
    state: await stateOf(generation, log, kind),
    lagCommits: Math.max(0, head - position),
    lagSeconds: next ? Math.max(0, Math.round((Date.now() - Date.parse(next.at)) / 1000)) : 0,
    rate: keeps ? Math.round((position - before) / (SAMPLE / 1000)) : null,
    quarantined: id === '–' ? 0 : (await readModels.reader({ name, version }, id).quarantine()).length,
  };
}

async function stateOf(generation: Generation, log: EventLog, kind: Known['kind']): Promise<string> {
  const { name, version, state, held, halt } = generation;
  if (halt) return `stopped: ${halt.reason}`;
  if (state !== 'live') return state;
  const { state: control } = await fold(log, controlOf(version), controlStream(name));
  if (control.paused) return 'paused';
  if (kind === 'folder') return 'folded here';
  return held ? 'running' : 'nobody keeps it up';
}
