import type { Commit } from '@boxoffice/contracts';
import { expect } from 'vitest';
import type { EventLog } from '../event-log/event-log.ts';

/** Every commit of a log; checks that positions and the revisions of each stream are 1, 2, 3 … without a hole. */
export async function wholeLog(log: EventLog): Promise<Commit[]> {
  const commits: Commit[] = [];
  for (let page = await log.read(0, 1000); page.length > 0; page = await log.read(commits.length, 1000))
    commits.push(...page);
  expect(commits.map(({ position }) => position)).toEqual(commits.map((_, n) => n + 1));
  const seen = new Map<string, number>();
  for (const { id, revision } of commits.flatMap(({ streams }) => streams)) {
    expect(revision).toBe((seen.get(id) ?? 0) + 1);
    seen.set(id, revision);
  }
  return commits;
}
