import { setTimeout as delay } from 'node:timers/promises';
import { startWorker, type Worker } from '@boxoffice/common';
import type { LagReply } from '@boxoffice/contracts';
import { projections } from '../../src/projections.ts';
import type { Operating } from '../operating.ts';
import { type Look, look, type Standing, standings } from '../projections/standings.ts';

/** Seconds between two points, and how many are kept: a quarter of an hour. */
const [INTERVAL, KEPT] = [5, 180];

type Point = LagReply['items'][number]['points'][number];

/** How far each projection was behind the log lately. It is forgotten with the process. */
export interface LagHistory extends Worker {
  history(): LagReply;
  /** Some seconds ago, for how quick they are now. */
  readonly earlier: Look | undefined;
}

/** Looks at all projections every few seconds. */
export function watchLags(operating: Operating, onError: (error: unknown) => void): LagHistory {
  const points = new Map<string, Point[]>(projections.map(({ name }) => [name, []]));
  // The last look may be a moment ago: the one before is what one can measure from.
  let looks: Look[] = [];

  function note({ name, version, state, position, lagCommits: commits, lagSeconds: seconds }: Standing): void {
    const isOurs = projections.some((projection) => projection.name === name && projection.version === version);
    if (!isOurs || state !== 'live') return;
    const kept = points.get(name) ?? [];
    kept.push({ at: operating.clock.now(), position, lag: { commits, seconds } });
    if (kept.length > KEPT) kept.shift();
  }

  const worker = startWorker('lag of the projections', onError, async (signal) => {
    while (!signal.aborted) {
      looks = [...looks.slice(-1), await look(operating.readModels)];
      for (const standing of await standings(operating)) note(standing);
      await delay(INTERVAL * 1000, undefined, { signal }).catch(() => undefined);
    }
  });
  return {
    history: () => ({
      seconds: INTERVAL,
      items: [...points].map(([name, kept]) => ({ name, points: [...kept] })),
    }),
    get earlier() {
      return looks[0];
    },
    [Symbol.asyncDispose]: () => worker[Symbol.asyncDispose](),
  };
}
