import type { Commit } from '@boxoffice/contracts';

/** Commits to be folded together, or one in which operators speak. */
export type Run = { readonly commits: readonly Commit[]; readonly control?: undefined } | { readonly control: Commit };

/** The commits after a position, cut where operators speak on their stream. */
export function runsOf(commits: readonly Commit[], after: number, stream: string): Run[] {
  const runs: Run[] = [];
  let present: Commit[] = [];
  for (const commit of commits) {
    if (commit.position <= after) continue;
    if (!commit.streams.some(({ id }) => id === stream)) {
      present.push(commit);
      continue;
    }
    if (present.length > 0) runs.push({ commits: present });
    present = [];
    runs.push({ control: commit });
  }
  if (present.length > 0) runs.push({ commits: present });
  return runs;
}
