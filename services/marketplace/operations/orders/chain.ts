import type { EventLog } from '@boxoffice/common';
import { type ChainStep, type Commit, categoryOf } from '@boxoffice/contracts';
import { commitView } from '../log/commits.ts';

const categories = ['order', 'payment', 'ticket'];

/**
 * All commits of orders, payments and tickets that belong to the story of an order, in the order in which they
 * happened: those of the order and its payments, what they set in motion, and what was done by the same request.
 */
export async function causalChain(log: EventLog, orderStream: string): Promise<ChainStep[]> {
  const chain = new Map<number, Commit>();
  const read = new Set<string>();
  const beside = new Map<number, Commit>();
  const waiting = [orderStream];

  function take(commit: Commit): void {
    if (chain.has(commit.position)) return;
    chain.set(commit.position, commit);
    for (const { id } of commit.streams) if (categories.includes(categoryOf(id)) && !read.has(id)) waiting.push(id);
  }

  for (let stream = waiting.pop(); stream !== undefined; stream = waiting.pop()) {
    if (read.has(stream)) continue;
    read.add(stream);
    // A ticket has a life before and beside the order, and so have the orders of others.
    const isOwn = stream === orderStream || categoryOf(stream) === 'payment';
    for (const commit of await log.readStream(stream)) {
      if (isOwn) take(commit);
      else beside.set(commit.position, commit);
    }
    for (const found of related(beside.values(), chain)) take(found);
  }
  return stepsOf([...chain.values()].sort((one, other) => one.position - other.position));
}

/** Of these commits, those that come from the same requests as the chain, or from each other. */
function related(commits: Iterable<Commit>, chain: ReadonlyMap<number, Commit>): Commit[] {
  const known = [...chain.values()];
  const correlations = new Set(known.map(({ correlationId }) => correlationId));
  const names = new Set(known.flatMap(namesOf));
  const causes = new Set(known.map(({ causationId }) => causationId));
  return [...commits].filter(
    (commit) =>
      correlations.has(commit.correlationId) ||
      (commit.causationId !== undefined && names.has(commit.causationId)) ||
      namesOf(commit).some((name) => causes.has(name)),
  );
}

/** What a later commit may name as its cause. */
function namesOf({ position, commandId }: Commit): string[] {
  return [String(position), commandId];
}

function stepsOf(commits: readonly Commit[]): ChainStep[] {
  const positions = new Map(commits.flatMap((commit) => namesOf(commit).map((name) => [name, commit.position])));
  const start = commits[0]?.at ?? '';
  return commits.map((commit, n) => {
    const cause = commit.causationId === undefined ? undefined : positions.get(commit.causationId);
    return {
      ...commitView(commit),
      ...(cause === undefined ? {} : { cause }),
      sincePrevious: between(commits[n - 1]?.at ?? start, commit.at),
      sinceStart: between(start, commit.at),
    };
  });
}

function between(earlier: string, later: string): number {
  return Date.parse(later) - Date.parse(earlier);
}
