import { setTimeout as delay } from 'node:timers/promises';
import { look, type Standing, standings } from '../../operations/projections/standings.ts';
import type { Place } from '../place/place.ts';
import { type CommonOptions, operatingIn, type Session } from '../session.ts';
import { say, sayJson } from '../terminal/say.ts';
import { sayTable } from '../terminal/say-table.ts';

/** Between the two looks that give the rate, in milliseconds. */
const SAMPLE = 500;

/** `projections list` */
export async function list(session: Session, { json }: CommonOptions): Promise<void> {
  const { place, signal } = session;
  const operating = await operatingIn(session);
  const earlier = await look(operating.readModels);
  await delay(SAMPLE, undefined, { signal });
  const rows = (await standings(operating, earlier)).map((standing) => rowOf(standing, place.kind));
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

function rowOf(standing: Standing, kind: Place['kind']) {
  const { id: generation = '–', name, version, position, lagCommits, lagSeconds, rate, quarantined } = standing;
  const state = stateOf(standing, kind);
  return { name, version, generation, position, state, lagCommits, lagSeconds, rate, quarantined };
}

function stateOf({ state, held, halt, paused }: Standing, kind: Place['kind']): string {
  if (halt) return `stopped: ${halt.reason}`;
  if (state !== 'live') return state;
  if (paused) return 'paused';
  if (kind === 'folder') return 'folded here';
  return held ? 'running' : 'nobody keeps it up';
}
