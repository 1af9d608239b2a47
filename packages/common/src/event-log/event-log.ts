import { Commit, type Event } from '@boxoffice/contracts';

/** What a command wants to happen: all of it, at once, if every stream is where the command saw it. */
export interface Append {
  /** For each stream written, the revision the decision was made on; 0 for a stream that must not exist yet. */
  readonly expected: Readonly<Record<string, number>>;
  /** At least one for each stream of `expected`, and none for another. */
  readonly events: readonly (Event & { readonly stream: string })[];
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId?: string | undefined;
  readonly actor: string;
  readonly fingerprint?: string | undefined;
  readonly at: string;
}

/** `repeated`: the command had been appended before, and this is the commit it made then. */
export interface Appended {
  readonly commit: Commit;
  readonly repeated: boolean;
}

/**
 * The one append-only log. Guarantees, the same on every adapter (`event-log.suite.ts`):
 *
 * - Positions are 1, 2, 3 … without a hole. What is visible is final: a reader that has seen position n will never
 *   see anything new at n or below.
 * - A stream's revisions are 1, 2, 3 … without a hole: of two appends that expect the same revision one wins.
 * - A `commandId` is appended once. Again, it is answered with the first commit, whatever it asks for.
 * - When `append` has answered, the commit survives `kill -9` of anything. When it has thrown
 *   {@link ConcurrencyError}, nothing was written.
 */
export interface EventLog extends AsyncDisposable {
  /**
   * @throws {ConcurrencyError} a stream is not at its expected revision
   * @throws {TypeError} the append breaks its own contract (no events, an event of an unexpected stream)
   */
  append(append: Append): Promise<Appended>;

  /**
   * Commits with a position above `after`, in order, at most `limit`. Empty at the head.
   * @throws {CorruptCommitError} what stands right after `after` is no commit, or nothing; what is sound before such a
   * one is given first
   */
  read(after: number, limit: number): Promise<Commit[]>;

  /** Every commit that touched the stream, in order; up to and including position `upTo` if given. */
  readStream(stream: string, upTo?: number): Promise<Commit[]>;

  /** The commit that this command made, if it made one. */
  find(commandId: string): Promise<Commit | undefined>;

  /** The last position; 0 for an empty log. */
  head(): Promise<number>;

  /**
   * Calls back when the log may have grown. A doorbell, not a promise: it may ring for nothing, and a reader that
   * must not miss anything polls as well.
   */
  onAppend(listener: () => void): () => void;
}

/** A stream had moved on since the command read it. Nothing was written: read again, decide again. */
export class ConcurrencyError extends Error {
  readonly stream: string;
  readonly expected: number;
  readonly actual: number;

  constructor(stream: string, expected: number, actual: number) {
    super(`stream ${stream} was expected at revision ${expected} and is at ${actual}`);
    this.name = 'ConcurrencyError';
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}

/** Refuses an append that breaks the contract of the port, before any adapter sees it. */
export function checkAppend(append: Append): void {
  const { expected, events, commandId } = append;
  const written = new Set(events.map((event) => event.stream));
  if (written.size === 0) throw new TypeError(`command ${commandId} appends no event`);
  for (const stream of written)
    if (!(stream in expected)) throw new TypeError(`command ${commandId} appends to ${stream} without expecting it`);
  for (const stream of Object.keys(expected))
    if (!written.has(stream)) throw new TypeError(`command ${commandId} expects ${stream} and writes nothing to it`);
  // What could not be read again must not be written: nothing in the log can be mended.
  const { error } = Commit.safeParse(commitOf(append, 1));
  if (error) throw new TypeError(`command ${commandId} is not a commit: ${error.message}`);
}

/** The commit that an append becomes at a position. */
export function commitOf(append: Append, position: number): Commit {
  const { expected, events, commandId, correlationId, causationId, actor, fingerprint, at } = append;
  return {
    position,
    streams: Object.entries(expected).map(([id, revision]) => ({ id, revision: revision + 1 })),
    events: events.map(({ stream, type, version, data }) => ({ stream, type, version, data })),
    commandId,
    correlationId,
    ...(causationId === undefined ? {} : { causationId }),
    actor,
    ...(fingerprint === undefined ? {} : { fingerprint }),
    at,
  };
}
