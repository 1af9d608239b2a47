import type { Commit, Event } from '@boxoffice/contracts';
import type { EventLog } from '../event-log/event-log.ts';
import type { ReadModels } from '../read-models/read-models.ts';
import { foldSound } from './fold-batch.ts';
import type { Projection } from './projection.ts';

const PAGE = 1000;

/** A projection whose own types are of no concern. */
// biome-ignore lint/suspicious/noExplicitAny: bodies and events are private to each projection
export type AnyProjection = Projection<any, any>;

/**
 * Projects what the log holds now, reading it once for all projections, and returns its position: for the start of
 * a process, and for tests. A projection that meets an event which it cannot take in stops before it, by itself; its
 * projector says so.
 */
export async function catchUp(
  projections: readonly AnyProjection[],
  log: EventLog,
  readModels: ReadModels,
): Promise<number> {
  const takers = await Promise.all(projections.map((projection) => taker(projection, readModels)));
  try {
    for (let position = Math.min(...takers.map(({ from }) => from)); ; ) {
      const commits = await log.read(position, PAGE);
      const last = commits.at(-1);
      if (!last) return position;
      for (const { take } of takers) await take(commits);
      position = last.position;
    }
  } finally {
    for (const { writer } of takers) await writer[Symbol.asyncDispose]();
  }
}

async function taker<Body, E extends Event>(projection: Projection<Body, E>, readModels: ReadModels) {
  const writer = await readModels.writer<Body>(projection);
  const from = await writer.checkpoint();
  let stopped = false;
  return {
    from,
    writer,
    async take(commits: readonly Commit[]): Promise<void> {
      if (stopped) return;
      const checkpoint = await writer.checkpoint();
      const { batch, poison } = await foldSound(projection, commits, checkpoint, writer);
      if (batch.to > checkpoint) await writer.save(batch);
      stopped = poison !== undefined;
    },
  };
}
