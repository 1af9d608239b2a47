import type { EventLog } from '@boxoffice/common';
import type { Commit, CommitsReply, CommitView } from '@boxoffice/contracts';
import { CommitNotFound } from '../errors.ts';

interface Asked {
  readonly after?: number | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/** A page of the log, the newest first: the last commits, those just after a position, or those just before one. */
export async function commitsPage(log: EventLog, { after, before, limit }: Asked): Promise<CommitsReply> {
  const head = await log.head();
  const end = Math.min(before === undefined ? head : before - 1, head);
  const from = after ?? Math.max(0, end - limit);
  const wanted = after === undefined ? Math.max(0, end - from) : limit;
  const commits = wanted > 0 ? await log.read(from, wanted) : [];
  const [first, last] = [commits[0], commits.at(-1)];
  return {
    head,
    items: commits.map(commitView).reverse(),
    ...(first && first.position > 1 ? { older: first.position } : {}),
    ...(last && last.position < head ? { newer: last.position } : {}),
  };
}

/** @throws {CommitNotFound} the log ends before */
export async function commitAt(log: EventLog, position: number): Promise<CommitView> {
  const [commit] = await log.read(position - 1, 1);
  if (!commit) throw new CommitNotFound(position);
  return commitView(commit);
}

/** All but what only the log itself needs. */
export function commitView({ fingerprint: _, ...commit }: Commit): CommitView {
  return commit;
}
