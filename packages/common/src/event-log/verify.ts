import { setImmediate as turn } from 'node:timers/promises';
import { Commit, categoryOf, type Event, type EventSet, type StoredEvent } from '@boxoffice/contracts';

/** What is stored at a position, whatever it is. */
export interface StoredCommit {
  readonly position: number;
  /** As it is stored, with its position; `undefined` where it cannot even be read. */
  readonly body: unknown;
}

/** The commits of a log as its store has them, unchecked: a log that is damaged can be read this way. */
export interface StoredCommits {
  /** Above a position, in order, at most `limit`. Holes are passed over. */
  read(after: number, limit: number): Promise<StoredCommit[]>;
  /** The last position; 0 when there is none. */
  last(): Promise<number>;
  /** What is wrong with the store itself: things in it that are no commits, indexes that say something else. */
  disorder(): Promise<Problem[]>;
}

/** Something that is not as the log promises. */
export interface Problem {
  readonly position?: number;
  readonly stream?: string;
  readonly type?: string;
  readonly reason: string;
}

export interface VerifyOptions {
  /** Every event that this build knows. */
  readonly sets: readonly EventSet<Event>[];
  readonly onProblem: (problem: Problem) => void;
  /** The last position that was looked at. */
  readonly onProgress?: (position: number) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface Verified {
  readonly commits: number;
  readonly events: number;
  readonly streams: number;
  /** The last position. */
  readonly head: number;
}

const PAGE = 1000;

/**
 * Looks whether a log is what it promises, from its first commit to its last: positions and revisions without a hole,
 * each command once, every event known and sound. It names what is wrong and goes on.
 * @throws the signal's reason, when it is aborted
 */
export async function verifyLog(stored: StoredCommits, options: VerifyOptions): Promise<Verified> {
  const { onProblem, onProgress, signal } = options;
  for (const problem of await stored.disorder()) onProblem(problem);
  const verifier = commitVerifier(options.sets);
  for (let after = 0; ; ) {
    signal?.throwIfAborted();
    const commits = await stored.read(after, PAGE);
    for (const commit of commits) for (const problem of verifier.take(commit)) onProblem(problem);
    const last = commits.at(-1);
    if (!last) return verifier.verified();
    after = last.position;
    onProgress?.(after);
    // A store in this process would leave it no time for anything else.
    await turn();
  }
}

/** Looks at commits one after the other, and answers what is wrong with each. Pure but for what it remembers. */
export function commitVerifier(sets: readonly EventSet<Event>[]) {
  const byCategory = new Map(sets.map((set) => [set.category, set]));
  const revisions = new Map<string, number>();
  const commands = new Map<string, number>();
  let [commits, events, head] = [0, 0, 0];

  function gap({ position }: StoredCommit): Problem[] {
    const expected = head + 1;
    head = position;
    if (position === expected) return [];
    const missing =
      position - 1 === expected ? `position ${expected} is` : `positions ${expected} to ${position - 1} are`;
    return [{ position: expected, reason: `${missing} missing` }];
  }

  function repeated({ position, commandId }: Commit): Problem[] {
    const first = commands.get(commandId);
    if (first === undefined) commands.set(commandId, position);
    return first === undefined ? [] : [{ position, reason: `command ${commandId} is at position ${first} already` }];
  }

  function misplaced({ position, streams, events: stored }: Commit): Problem[] {
    const outOfTurn = streams.flatMap(({ id: stream, revision }) => {
      const expected = (revisions.get(stream) ?? 0) + 1;
      // From here on it is counted as it says: one hole is one problem.
      revisions.set(stream, revision);
      return revision === expected
        ? []
        : [{ position, stream, reason: `revision ${revision} follows ${expected - 1}` }];
    });
    const written = new Set(stored.map(({ stream }) => stream));
    const named = new Set(streams.map(({ id }) => id));
    return [
      ...outOfTurn,
      ...[...named.difference(written)].map((stream) => ({ position, stream, reason: 'no event is written to it' })),
      ...[...written.difference(named)].map((stream) => ({ position, stream, reason: 'it has no revision here' })),
    ];
  }

  function unsound(position: number, { stream, ...event }: StoredEvent): Problem[] {
    const { type } = event;
    const set = byCategory.get(categoryOf(stream));
    if (!set) return [{ position, stream, type, reason: 'this build knows no such streams' }];
    try {
      set.parse(event as Event);
      return [];
    } catch (error) {
      return [{ position, stream, type, reason: reasonOf(error) }];
    }
  }

  return {
    take(stored: StoredCommit): Problem[] {
      const { position } = stored;
      const missing = gap(stored);
      commits += 1;
      const { data: commit, error } = Commit.safeParse(stored.body);
      if (!commit) return [...missing, { position, reason: `it is not a commit: ${reasonOf(error)}` }];
      events += commit.events.length;
      const elsewhere =
        commit.position === position ? [] : [{ position, reason: `it says that it is at ${commit.position}` }];
      const broken = commit.events.flatMap((event) => unsound(position, event));
      return [...missing, ...elsewhere, ...repeated(commit), ...misplaced(commit), ...broken];
    },
    verified: (): Verified => ({ commits, events, streams: revisions.size, head }),
  };
}

/** In one line, and without the values: they may be long. */
function reasonOf(error: unknown): string {
  const issues = (error as { issues?: { path: PropertyKey[]; message: string }[] }).issues;
  if (!issues) return (error as Error).message;
  return issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; ');
}
