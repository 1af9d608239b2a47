import {
  type AnyProjection,
  CorruptCommitError,
  compareMoving,
  memoryReadModels,
  openBuild,
  PoisonError,
  type Problem,
  type ReadModel,
  versionName,
} from '@boxoffice/common';
import type { Place } from '../place/place.ts';
import { showProgress } from '../terminal/progress.ts';

export interface VerifiedModel {
  readonly name: string;
  readonly documents: number;
  /** What they were compared with. */
  readonly said: string;
}

interface Options {
  readonly place: Place;
  readonly signal: AbortSignal;
  readonly onProblem: (problem: Problem) => void;
}

/** Folds the log anew in memory and compares what it makes with what is kept. It never ends with an error of the log. */
export async function verifyReadModel(projection: AnyProjection, options: Options): Promise<VerifiedModel> {
  const name = versionName(projection);
  try {
    return { name, ...(await compareFold(projection, options)) };
  } catch (error) {
    if (!(error instanceof PoisonError || error instanceof CorruptCommitError)) throw error;
    options.onProblem({ position: error.position, reason: `${name} cannot be folded further: ${error.message}` });
    return { name, documents: 0, said: 'not compared' };
  }
}

async function compareFold(projection: AnyProjection, { place, signal, onProblem }: Options) {
  const log = await place.log();
  await using memory = memoryReadModels();
  const name = versionName(projection);
  using progress = showProgress(`Folding ${name}`);
  const onProgress = ({ position, head }: { position: number; head: number }) => progress.show(position, head);
  await using build = await openBuild(projection, name, { log, readModels: memory, onProgress, signal });
  const folded = memory.reader<unknown>(projection);
  const kept = place.readModels.reader<unknown>(projection);
  if (place.kind === 'folder') {
    await build.catchUp();
    return {
      documents: await folded.count({}, Number.MAX_SAFE_INTEGER),
      said: 'folded; the market keeps them in memory',
    };
  }
  await build.catchUp(await kept.position());
  const { documents, different } = await compareMoving(kept, folded, build.catchUp);
  for (const reason of await reasonsOf(different, kept)) onProblem({ reason: `${name}: ${reason}` });
  return { documents, said: `compared at position ${build.position}` };
}

async function reasonsOf(keys: readonly string[], kept: ReadModel<unknown>): Promise<string[]> {
  const quarantine = await kept.quarantine();
  return keys.map((key) => {
    const stuck = quarantine.find((one) => one.key === key);
    return stuck
      ? `${key} is in quarantine since position ${stuck.position}, and this build can take it in: retry it`
      : `${key} is not what the log makes of it`;
  });
}
