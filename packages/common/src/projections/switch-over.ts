import type { Event } from '@boxoffice/contracts';
import type { EventLog } from '../event-log/event-log.ts';
import type { ReadModels, ReadModelWriter } from '../read-models/read-models.ts';
import { type Build, bringUp } from './build.ts';
import { stillDifferent } from './compare.ts';
import { AheadOfLogError, openFolding } from './folding.ts';
import { PoisonError, type Projection } from './projection.ts';

/** The candidate is not what the live one is. Nothing was switched. */
export class DifferentError extends Error {
  readonly keys: readonly string[];

  constructor(generation: string, keys: readonly string[]) {
    super(`${generation} is not what is live, in ${keys.length} respects: ${keys.slice(0, 5).join(', ')}`);
    this.name = 'DifferentError';
    this.keys = keys;
  }
}

/** Which generation was live before, and which is now. */
export interface SwitchedOver {
  readonly from: string;
  readonly to: string;
  readonly position: number;
}

/**
 * Makes a build the live generation, without a query that fails or goes back in time: the live one is taken from its
 * projector, which stops it where it is; the build is brought to that position; then both change their places at
 * once, if nobody has taken the live one meanwhile. The build is let go. `suspects` are keys that looked different
 * before: they are looked at once more, at rest. The one that was live is kept: see {@link dropRetired}.
 * @throws {DifferentError} and the projector goes on as before
 * @throws {SupersededError} this process stood still for too long; nothing was switched
 */
export async function switchOver<Body, E extends Event>(
  projection: Projection<Body, E>,
  { log, readModels }: { log: EventLog; readModels: ReadModels },
  build: Build,
  suspects: readonly string[] = [],
): Promise<SwitchedOver> {
  await build.catchUp();
  await using live = await readModels.writer<Body>(projection, { seize: true });
  await build.catchUp(await live.checkpoint());
  if (suspects.length > 0) {
    await bringLive(projection, log, live, build);
    const reader = (generation: string) => readModels.reader<unknown>(projection, generation);
    const left = await stillDifferent(reader(live.generation), reader(build.generation), suspects);
    if (left.length > 0) throw new DifferentError(build.generation, left);
  }
  await live.giveWayTo(build.generation);
  // The projector waits for it.
  await build[Symbol.asyncDispose]();
  return { from: live.generation, to: build.generation, position: build.position };
}

/** Both at the same position: the build may have been ahead. A live one that cannot go on is different by that. */
async function bringLive<Body, E extends Event>(
  projection: Projection<Body, E>,
  log: EventLog,
  live: ReadModelWriter<Body>,
  build: Build,
): Promise<void> {
  try {
    await bringUp(await openFolding(projection, log, live), { log }, build.position);
  } catch (error) {
    if (!(error instanceof PoisonError || error instanceof AheadOfLogError)) throw error;
    throw new DifferentError(build.generation, [`the live one has stopped: ${error.message}`]);
  }
}
