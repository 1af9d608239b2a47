import type { Commit, Event } from '@boxoffice/contracts';
import type { EventLog } from '../event-log/event-log.ts';
import type { ReadModels } from '../read-models/read-models.ts';
import { openFolding } from './folding.ts';
import { PoisonError, type Projection } from './projection.ts';

const PAGE = 1000;

/** A projection whose own types are of no concern. */
// biome-ignore lint/suspicious/noExplicitAny: bodies and events are private to each projection
export type AnyProjection = Projection<any, any>;

/**
 * Projects what the log holds now, reading it once for all projections, and returns its position: for the start of
 * a process, and for tests. A projection that meets an event which stops it stays before it, by itself; its
 * projector says so. One that is paused is brought up to now as well, and stays there.
 */
export async function catchUp(
  projections: readonly AnyProjection[],
  log: EventLog,
  readModels: ReadModels,
): Promise<number> {
  await using stack = new AsyncDisposableStack();
  const takers = await Promise.all(projections.map((projection) => taker(projection, log, readModels, stack)));
  const from = Math.min(...takers.map((each) => each.from));
  if (!Number.isFinite(from)) return 0;
  for (let position = from; ; ) {
    const commits = await log.read(position, PAGE);
    const last = commits.at(-1);
    if (!last) return position;
    for (const { take } of takers) await take(commits);
    position = last.position;
  }
}

async function taker<Body, E extends Event>(
  projection: Projection<Body, E>,
  log: EventLog,
  readModels: ReadModels,
  stack: AsyncDisposableStack,
) {
  const writer = stack.use(await readModels.writer<Body>(projection));
  const folding = await openFolding(projection, log, writer).catch((error) => {
    if (!(error instanceof PoisonError)) throw error;
    return undefined;
  });
  let stopped = folding === undefined;
  return {
    from: folding?.position ?? Number.POSITIVE_INFINITY,
    async take(commits: readonly Commit[]): Promise<void> {
      if (!stopped) stopped = (await folding?.take(commits)) !== undefined;
    },
  };
}
