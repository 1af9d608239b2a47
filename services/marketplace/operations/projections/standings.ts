import { setImmediate as turn } from 'node:timers/promises';
import { controlOf, controlStream, fold, type Generation, type ReadModels } from '@boxoffice/common';
import { projections } from '../../src/projections.ts';
import type { Operating } from '../operating.ts';

/** How a generation of a read model stands. */
export interface Standing extends Omit<Generation, 'id'> {
  /** Missing: nobody has begun to keep this projection. */
  readonly id?: string;
  readonly paused: boolean;
  readonly lagCommits: number;
  /** Since the first commit that is not taken in. */
  readonly lagSeconds: number;
  /** Commits a second since the earlier look; `null` where nothing is kept up, or nobody has looked. */
  readonly rate: number | null;
  readonly quarantined: number;
}

/** Where the generations were at a moment. */
export interface Look {
  /** Milliseconds, of this process. */
  readonly at: number;
  readonly positions: ReadonlyMap<string, number>;
}

/** Looks where all generations are, so that a later look can say how quick they are. */
export async function look(readModels: ReadModels): Promise<Look> {
  const positions = new Map((await readModels.generations()).map(({ id, position }) => [id, position]));
  return { at: performance.now(), positions };
}

/** How all generations stand, also those of other builds, and which projections of this one nobody keeps. */
export async function standings(operating: Operating, earlier?: Look): Promise<Standing[]> {
  const { readModels } = operating;
  const kept = await readModels.generations();
  const head = await operating.log.head();
  const all: Standing[] = [];
  for (const generation of [...kept, ...unkept(kept)]) {
    all.push(await standingOf(generation, head, operating, earlier));
    await turn();
  }
  return all;
}

function unkept(generations: readonly Generation[]): (Omit<Generation, 'id'> & { id?: string })[] {
  return projections
    .filter(({ name, version }) => !generations.some((one) => one.name === name && one.version === version))
    .map(({ name, version }) => ({ name, version, state: 'live', position: 0, held: false }));
}

async function standingOf(
  generation: Omit<Generation, 'id'> & { id?: string },
  head: number,
  { clock, log, readModels }: Operating,
  earlier: Look | undefined,
): Promise<Standing> {
  const { id, name, version, state, position, held } = generation;
  // What cannot be read is the reason for standing still, and has no age.
  const [next] = position < head ? await log.read(position, 1).catch(() => []) : [];
  const control = state === 'live' ? (await fold(log, controlOf(version), controlStream(name))).state : undefined;
  const before = id === undefined || !held ? undefined : earlier?.positions.get(id);
  const seconds = earlier ? (performance.now() - earlier.at) / 1000 : 0;
  return {
    ...generation,
    paused: control?.paused ?? false,
    lagCommits: Math.max(0, head - position),
    lagSeconds: next ? Math.max(0, Math.round((Date.parse(clock.now()) - Date.parse(next.at)) / 1000)) : 0,
    rate: before === undefined || seconds === 0 ? null : Math.max(0, Math.round((position - before) / seconds)),
    quarantined: id === undefined ? 0 : (await readModels.reader({ name, version }, id).quarantine()).length,
  };
}
