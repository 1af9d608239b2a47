import type { LagReply } from '@boxoffice/contracts';

/** From `at` on, the projection `name` was the furthest behind; `until`: the last moment that is known. */
export interface WorstLag {
  readonly at: string;
  readonly until: string;
  readonly name: string;
  readonly commits: number;
}

/** The most that any projection was behind, over time: a point for each change. */
export function worstLag({ items }: LagReply): WorstLag[] {
  const worst = new Map<string, { name: string; commits: number }>();
  for (const { name, points } of items)
    for (const { at, lag } of points)
      if (lag.commits >= (worst.get(at)?.commits ?? 0)) worst.set(at, { name, commits: lag.commits });
  const moments = [...worst].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const until = moments.at(-1)?.[0] ?? '';
  const changed = moments.filter(([, { commits }], index) => commits !== moments[index - 1]?.[1].commits);
  return changed.map(([at, point]) => ({ at, until, ...point }));
}
