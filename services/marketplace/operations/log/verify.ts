import { type Problem, type Verified, verifyLog } from '@boxoffice/common';
import { projections } from '../../src/projections.ts';
import type { Underway } from '../operating.ts';
import { eventSets } from './event-sets.ts';
import type { VerifiedPlace } from './verified-place.ts';
import { aheadOf } from './verify-positions.ts';
import { type VerifiedModel, verifyReadModel } from './verify-read-model.ts';

export interface VerifyOptions extends Pick<Underway, 'showStage' | 'signal' | 'page'> {
  readonly onProblem: (problem: Problem) => void;
}

export interface Verification extends Verified {
  readonly readModels: readonly VerifiedModel[];
  readonly problems: number;
}

/** Looks whether the log and everything made of it is as it should be. It names every problem and goes on. */
export async function verifyMarket(place: VerifiedPlace, options: VerifyOptions): Promise<Verification> {
  let problems = 0;
  const onProblem = (problem: Problem) => {
    problems += 1;
    options.onProblem(problem);
  };
  const own = { ...options, onProblem };
  const verified = await verifyCommits(place, own);
  for (const problem of await aheadOf(place)) onProblem(problem);
  const readModels: VerifiedModel[] = [];
  for (const projection of (await opens(place, onProblem)) ? projections : [])
    readModels.push(await verifyReadModel(projection, place, own));
  return { ...verified, readModels, problems };
}

async function verifyCommits({ stored }: VerifiedPlace, { showStage, signal, onProblem }: VerifyOptions) {
  using shown = showStage('read', 'log');
  const last = await stored.last();
  const onProgress = (position: number) => shown.show(position, Math.max(position, last));
  return verifyLog(stored, { sets: eventSets, onProblem, onProgress, signal });
}

/** A log whose indexes cannot be made, or whose file is refused, is not folded. */
async function opens(place: VerifiedPlace, onProblem: (problem: Problem) => void): Promise<boolean> {
  try {
    await place.log();
    return true;
  } catch (error) {
    onProblem({ reason: `the log cannot be opened: ${(error as Error).message}` });
    return false;
  }
}
