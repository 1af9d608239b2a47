import { setImmediate as turn } from 'node:timers/promises';
import type { Event } from '@boxoffice/contracts';
import type { EventLog } from '../event-log/event-log.ts';
import type { ReadModels } from '../read-models/read-models.ts';
import { type Folding, openFolding } from './folding.ts';
import type { Projection } from './projection.ts';

export interface Progress {
  readonly position: number;
  /** Where it is to come to. */
  readonly head: number;
}

export interface BuildOptions {
  readonly log: EventLog;
  readonly readModels: ReadModels;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal | undefined;
  /** How many commits are folded at a time. Between two times the process comes to what else it has to do. */
  readonly page?: number;
}

/** A generation that is being built, or brought up to the log again. Disposing of it lets it go. */
export interface Build extends AsyncDisposable {
  readonly generation: string;
  readonly position: number;
  readonly quarantined: number;
  /**
   * Brings it up to where the log ends now, or to `upTo`.
   * @throws {PoisonError} an event that stops the projection
   * @throws the signal's reason, when it is aborted
   */
  catchUp(upTo?: number): Promise<void>;
}

/** Takes a generation that is not live, to build it. */
export async function openBuild<Body, E extends Event>(
  projection: Projection<Body, E>,
  generation: string,
  options: BuildOptions,
  { seize = false } = {},
): Promise<Build> {
  const { log, readModels, signal } = options;
  await using stack = new AsyncDisposableStack();
  const writer = stack.use(await readModels.writer<Body>(projection, { generation, seize, signal }));
  const folding = await openFolding(projection, log, writer);
  const held = stack.move();
  return {
    generation,
    get position() {
      return folding.position;
    },
    get quarantined() {
      return folding.quarantined;
    },
    catchUp: (upTo) => bringUp(folding, options, upTo),
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

const PAGE = 5000;

/** Has a folding take in what the log holds up to a position; what comes next is read while it does. */
export async function bringUp(
  folding: Folding,
  { log, onProgress, signal, page = PAGE }: Omit<BuildOptions, 'readModels'>,
  upTo?: number,
): Promise<void> {
  // Not as far as it ends by then: others may write quicker than this folds.
  const end = upTo ?? (await log.head());
  const read = async (after: number) => (after < end ? log.read(after, Math.min(page, end - after)) : []);
  for (let next = read(folding.position); ; ) {
    const commits = await next;
    const last = commits.at(-1);
    if (!last) return;
    signal?.throwIfAborted();
    next = read(last.position);
    // Where taking in fails first, nobody waits for it any more.
    next.catch(() => undefined);
    const poison = await folding.take(commits);
    if (poison) throw poison;
    onProgress?.({ position: folding.position, head: end });
    await turn();
  }
}
