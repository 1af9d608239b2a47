import type { AnyProjection } from '@boxoffice/common';
import type { GenerationView, JobView, ProjectionState, ProjectionView } from '@boxoffice/contracts';
import type { Standing } from './standings.ts';

interface Seen {
  readonly standings: readonly Standing[];
  readonly head: number;
  readonly job: JobView | undefined;
}

/** A projection as operators see it, of how all generations stand. */
export function projectionView({ name, version }: AnyProjection, { standings, head, job }: Seen): ProjectionView {
  const own = standings.filter((one) => one.name === name);
  const present = own.filter((one) => one.version === version);
  const live = present.find(({ state }) => state === 'live');
  const { halt } = live ?? {};
  return {
    ...{ name, version, head },
    state: stateOf(live, present, job),
    ...(halt ? { halt } : {}),
    ...(live?.id === undefined ? {} : { generation: live.id }),
    position: live?.position ?? 0,
    lag: { commits: live?.lagCommits ?? head, seconds: live?.lagSeconds ?? 0 },
    throughput: live?.rate ?? null,
    quarantined: live?.quarantined ?? 0,
    candidates: generationsOf(present.filter(({ state }) => state === 'candidate')),
    retired: generationsOf(present.filter(({ state }) => state === 'retired')),
    others: generationsOf(own.filter((one) => one.version !== version)),
    ...(job ? { jobId: job.id } : {}),
  };
}

function stateOf(
  live: Standing | undefined,
  generations: readonly Standing[],
  job: JobView | undefined,
): ProjectionState {
  if (live?.halt) return 'halted';
  if (live?.paused) return 'paused';
  const isBuilt = generations.some(({ state, held }) => state === 'candidate' && held);
  // Whoever switches takes it from its projector for a moment.
  if (isBuilt || job) return 'rebuilding';
  return live?.held ? 'live' : 'unattended';
}

function generationsOf(standings: readonly Standing[]): GenerationView[] {
  return standings.flatMap(({ id, version, state, position, held }) =>
    id === undefined ? [] : [{ id, version, state, position, held }],
  );
}
