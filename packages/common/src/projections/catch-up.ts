import type { Event } from '@boxoffice/contracts';
import type { EventLog } from '../event-log/event-log.ts';
import type { ReadModels } from '../read-models/read-models.ts';
import { openFolding } from './folding.ts';
import type { Projection } from './projection.ts';

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
  for (let position = Math.min(...takers.map(({ from }) => from)); ; ) {
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
  const folding = await openFolding(projection, log, writer);
  let stopped = false;
  return {
    from: folding.position,
    async take(commits: Parameters<typeof folding.take>[0]): Promise<void> {
      if (!stopped) stopped = (await folding.take(commits)) !== undefined;
    },
  };
}
