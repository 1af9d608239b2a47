import {
  type AnyProjection,
  type Build,
  type CommandContext,
  type Comparison,
  type Generation,
  generationsOf,
  openBuild,
  previousOf,
  type ReadModels,
  rebuild,
  versionName,
} from '@boxoffice/common';
import { GenerationMissing, OperationInProgress } from '../errors.ts';
import { building, type Underway } from '../operating.ts';
import { tell } from './tell.ts';

/** A generation that was built. Disposing of it lets it go, and removes it unless it is to be kept. */
export interface Candidate extends AsyncDisposable {
  readonly build: Build;
  /** Leaves it as a candidate, to be switched to later. */
  keep(): void;
}

/**
 * Refuses to begin a rebuild beside another one, or of what nobody keeps.
 * @throws {GenerationMissing | OperationInProgress}
 */
export async function checkBuildable(projection: AnyProjection, readModels: ReadModels): Promise<void> {
  const generations = await generationsOf(projection, readModels);
  if (!generations.some(({ state }) => state === 'live')) throw GenerationMissing.unkept(projection);
  const underway = generations.find(({ state, held }) => state === 'candidate' && held);
  if (underway) throw new OperationInProgress(`${underway.id} is being worked on, or was until some seconds ago`);
}

/** Builds a new generation beside the live one. What is not kept is not left behind, whatever happens. */
export async function buildCandidate(underway: Underway, projection: AnyProjection): Promise<Candidate> {
  const { readModels } = underway;
  await checkBuildable(projection, readModels);
  using shown = underway.showStage('build', versionName(projection));
  const build = await rebuild(projection, building(underway, shown));
  let isKept = false;
  return {
    build,
    keep: () => {
      isKept = true;
    },
    async [Symbol.asyncDispose]() {
      await build[Symbol.asyncDispose]();
      const left = (await generationsOf(projection, readModels)).find(({ id }) => id === build.generation);
      if (!isKept && left?.state === 'candidate') await readModels.drop(projection, left.id);
    },
  };
}

/** Writes down that a generation was built. */
export async function recordBuild(
  underway: Underway,
  projection: AnyProjection,
  { generation, position }: Build,
  { documents }: Comparison,
  context: CommandContext,
): Promise<void> {
  await tell(underway, projection, { type: 'RecordRebuild', generation, position, documents }, context);
}

/**
 * The candidate that waits to be switched to.
 * @throws {GenerationMissing} there is none
 */
export async function waitingCandidate(projection: AnyProjection, readModels: ReadModels): Promise<Generation> {
  const generations = await generationsOf(projection, readModels);
  const candidate = generations.findLast(({ state, held }) => state === 'candidate' && !held);
  if (!candidate) throw new GenerationMissing(`${projection.name} has no candidate: rebuild it first`);
  return candidate;
}

/**
 * The generation from before the last switch.
 * @throws {GenerationMissing} there is none
 */
export async function previousGeneration(projection: AnyProjection, readModels: ReadModels): Promise<Generation> {
  const previous = await previousOf(projection, readModels);
  if (!previous) throw new GenerationMissing(`${projection.name} has no generation from before to go back to`);
  return previous;
}

/** Takes a generation that is not live, and brings it up to the log. */
export async function bringUp(underway: Underway, projection: AnyProjection, { id }: Generation): Promise<Build> {
  using shown = underway.showStage('bring-up', id);
  const build = await openBuild(projection, id, building(underway, shown));
  try {
    await build.catchUp();
    return build;
  } catch (error) {
    await build[Symbol.asyncDispose]();
    throw error;
  }
}

/** Removes a candidate that waits, and is not wanted any more. */
export async function discardCandidate(projection: AnyProjection, readModels: ReadModels, id: string): Promise<void> {
  const found = (await generationsOf(projection, readModels)).find((one) => one.id === id);
  if (found?.state === 'candidate' && !found.held) await readModels.drop(projection, id);
}
