import { type AnyProjection, type CommandContext, type Comparison, compareWithLive } from '@boxoffice/common';
import type { JobResult } from '@boxoffice/contracts';
import type { JobWork } from '../jobs/jobs.ts';
import type { Operating, Underway } from '../operating.ts';
import { bringUp, buildCandidate, previousGeneration, recordBuild, waitingCandidate } from './candidate.ts';
import { putInPlace } from './put-in-place.ts';

/** Commits that are folded at a time: whoever asks something in between is answered within milliseconds. */
const PAGE = 250;

/** Keys of documents that differ, of which so many are named. */
const NAMED = 20;

interface Given {
  readonly operating: Operating;
  readonly projection: AnyProjection;
  readonly context: CommandContext;
}

/** Builds a read model anew, beside the live one, compares both, and leaves it as a candidate. */
export async function rebuildWork({ operating, projection, context }: Given, work: JobWork): Promise<void> {
  const underway = underwayOf(operating, work);
  await using candidate = await buildCandidate(underway, projection);
  const { build } = candidate;
  work.note({ generation: build.generation });
  work.showStage('compare', build.generation);
  const comparison = await compareWithLive(projection, operating.readModels, build);
  work.note(resultOf(comparison));
  work.signal.throwIfAborted();
  await recordBuild(underway, projection, build, comparison, context);
  candidate.keep();
}

/** Brings the candidate up to the log and compares it again. */
export async function compareWork({ operating, projection }: Given, work: JobWork): Promise<void> {
  const candidate = await waitingCandidate(projection, operating.readModels);
  work.note({ generation: candidate.id });
  await using build = await bringUp(underwayOf(operating, work), projection, candidate);
  work.showStage('compare', build.generation);
  work.note(resultOf(await compareWithLive(projection, operating.readModels, build)));
}

interface Switching extends Given {
  readonly to: 'candidate' | 'previous';
  readonly force: boolean;
}

/** Brings the candidate, or the generation from before, up to the log, and has queries answered from it. */
export async function switchWork(given: Switching, work: JobWork): Promise<void> {
  const { operating, projection, context, to, force } = given;
  const { readModels } = operating;
  const find = to === 'candidate' ? waitingCandidate : previousGeneration;
  const generation = await find(projection, readModels);
  work.note({ generation: generation.id });
  const underway = underwayOf(operating, work);
  await using build = await bringUp(underway, projection, generation);
  work.showStage('compare', build.generation);
  const comparison = await compareWithLive(projection, readModels, build);
  work.note(resultOf(comparison));
  work.showStage('switch', build.generation);
  const { different } = comparison;
  work.note({ switched: await putInPlace(underway, projection, build, { different, force }, context) });
}

function underwayOf(operating: Operating, { signal, showStage }: JobWork): Underway {
  return { ...operating, signal, showStage, page: PAGE };
}

function resultOf({ documents, different }: Comparison): JobResult {
  return { comparison: { documents, differences: different.length, different: different.slice(0, NAMED) } };
}
