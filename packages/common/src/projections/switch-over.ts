import type { Event } from '@boxoffice/contracts';
import type { EventLog } from '../event-log/event-log.ts';
import type { ReadModels } from '../read-models/read-models.ts';
import { type Build, bringUp } from './build.ts';
import { stillDifferent } from './compare.ts';
import { openFolding } from './folding.ts';
import { dropGenerations } from './generations.ts';
import type { Projection } from './projection.ts';

/** The candidate is not what the live one is. Nothing was switched. */
export class DifferentError extends Error {
  readonly keys: readonly string[];

  constructor(generation: string, keys: readonly string[]) {
    super(`${generation} differs from the live read model in ${keys.length} documents: ${keys.slice(0, 5).join(', ')}`);
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
 * once. The one that was live is kept for {@link previousOf}, and no older one. `suspects` are keys that looked different before: they are looked at once more, at rest.
 * @throws {DifferentError} and the projector goes on as before
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
    // Both at the same position: the build may have been ahead.
    await bringUp(await openFolding(projection, log, live), { log }, build.position);
    const reader = (generation: string) => readModels.reader<unknown>(projection, generation);
    const left = await stillDifferent(reader(live.generation), reader(build.generation), suspects);
    if (left.length > 0) throw new DifferentError(build.generation, left);
  }
  await readModels.promote(projection, build.generation);
  await dropGenerations(projection, readModels, 'retired', live.generation);
  return { from: live.generation, to: build.generation, position: build.position };
}
