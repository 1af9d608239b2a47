import type { Event } from '@boxoffice/contracts';
import type { ReadModels } from '../read-models/read-models.ts';
import { type Build, type BuildOptions, openBuild } from './build.ts';
import { type Comparison, compareMoving } from './compare.ts';
import { dropGenerations } from './generations.ts';
import type { Projection } from './projection.ts';

/**
 * Builds a new generation of a read model from the whole log, beside the live one, and leaves it as a candidate. One
 * that was begun before and left behind is removed first. Give the build to {@link switchOver}, or drop it.
 * @throws {PoisonError} an event that stops the projection; the candidate is removed
 */
export async function rebuild<Body, E extends Event>(
  projection: Projection<Body, E>,
  options: BuildOptions,
): Promise<Build> {
  const { readModels } = options;
  await dropGenerations(projection, readModels, 'candidate');
  const generation = await readModels.begin(projection);
  try {
    const build = await openBuild(projection, generation, options, { seize: true });
    try {
      await build.catchUp();
      return build;
    } catch (error) {
      await build[Symbol.asyncDispose]();
      throw error;
    }
  } catch (error) {
    await readModels.drop(projection, generation);
    throw error;
  }
}

/** Compares a build with the live generation while both go on. What never stood still is in what is different. */
export function compareWithLive<Body, E extends Event>(
  projection: Projection<Body, E>,
  readModels: ReadModels,
  build: Build,
): Promise<Comparison> {
  const built = readModels.reader<unknown>(projection, build.generation);
  return compareMoving(readModels.reader<unknown>(projection), built, build.catchUp);
}
