import {
  type AnyProjection,
  CorruptCommitError,
  compareMoving,
  memoryReadModels,
  openBuild,
  PoisonError,
  type ReadModel,
  versionName,
} from '@boxoffice/common';
import type { VerifiedPlace } from './verified-place.ts';
import type { VerifyOptions } from './verify.ts';

export interface VerifiedModel {
  readonly name: string;
  readonly documents: number;
  /** Where they were compared with what is kept; nothing where they were not. */
  readonly comparedAt: number | null;
  /** Otherwise the log holds what this build cannot fold. */
  readonly isFolded: boolean;
}

/** Folds the log anew in memory and compares what it makes with what is kept. It never ends with an error of the log. */
export async function verifyReadModel(
  projection: AnyProjection,
  place: VerifiedPlace,
  options: VerifyOptions,
): Promise<VerifiedModel> {
  const name = versionName(projection);
  try {
    return { name, isFolded: true, ...(await compareFold(projection, place, options)) };
  } catch (error) {
    if (!(error instanceof PoisonError || error instanceof CorruptCommitError)) throw error;
    options.onProblem({ position: error.position, reason: `${name} cannot be folded further: ${error.message}` });
    return { name, isFolded: false, documents: 0, comparedAt: null };
  }
}

async function compareFold(
  projection: AnyProjection,
  place: VerifiedPlace,
  { showStage, signal, page, onProblem }: VerifyOptions,
) {
  const log = await place.log();
  await using memory = memoryReadModels();
  const name = versionName(projection);
  using shown = showStage('fold', name);
  const onProgress = ({ position, head }: { position: number; head: number }) => shown.show(position, head);
  const pace = page === undefined ? {} : { page };
  await using build = await openBuild(projection, name, { log, readModels: memory, onProgress, signal, ...pace });
  const folded = memory.reader<unknown>(projection);
  const kept = place.readModels.reader<unknown>(projection);
  if (!place.isKept) {
    await build.catchUp();
    return { documents: await folded.count({}, Number.MAX_SAFE_INTEGER), comparedAt: null };
  }
  await build.catchUp(await kept.position());
  const { documents, different } = await compareMoving(kept, folded, build.catchUp);
  for (const reason of await reasonsOf(different, kept)) onProblem({ reason: `${name}: ${reason}` });
  return { documents, comparedAt: build.position };
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
