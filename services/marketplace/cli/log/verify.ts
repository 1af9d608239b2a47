import { type Problem, verifyLog } from '@boxoffice/common';
import { projections } from '../../src/market.ts';
import type { Place } from '../place/place.ts';
import type { CommonOptions, Surroundings } from '../session.ts';
import { showProgress } from '../terminal/progress.ts';
import { say, sayJson } from '../terminal/say.ts';
import { eventSets } from './event-sets.ts';
import { aheadOf } from './verify-positions.ts';
import { type VerifiedModel, verifyReadModel } from './verify-read-model.ts';

/** Problems that are named; all of them are counted. */
const NAMED = 100;

/** `log verify` */
export async function verify(place: Place, { signal, onFound }: Surroundings, { json }: CommonOptions): Promise<void> {
  const named: Problem[] = [];
  let problems = 0;
  const onProblem = (problem: Problem) => {
    problems += 1;
    if (named.length >= NAMED) return;
    named.push(problem);
    if (!json) say(lineOf(problem));
  };
  const { head, ...verified } = await verifyCommits(place, signal, onProblem);
  for (const problem of await aheadOf(place)) onProblem(problem);
  const readModels: VerifiedModel[] = [];
  for (const projection of (await opens(place, onProblem)) ? projections : [])
    readModels.push(await verifyReadModel(projection, { place, signal, onProblem }));
  if (problems > 0) onFound();
  if (json) return sayJson({ head, ...verified, readModels, problems: { count: problems, named } });
  const { commits, events, streams } = verified;
  say(`${commits} commits up to position ${head}, ${events} events, ${streams} streams`);
  for (const model of readModels) say(`${model.name}: ${model.documents} documents, ${model.said}`);
  if (problems > NAMED) say(`The first ${NAMED} problems are named above.`);
  say(problems === 0 ? 'Everything is as it should be.' : `${problems} ${problems === 1 ? 'problem' : 'problems'}`);
}

async function verifyCommits({ stored }: Place, signal: AbortSignal, onProblem: (problem: Problem) => void) {
  using progress = showProgress('Reading the log');
  const last = await stored.last();
  const onProgress = (position: number) => progress.show(position, Math.max(position, last));
  return verifyLog(stored, { sets: eventSets, onProblem, onProgress, signal });
}

/** A log whose indexes cannot be made, or whose file is refused, is not folded. */
async function opens(place: Place, onProblem: (problem: Problem) => void): Promise<boolean> {
  try {
    await place.log();
    return true;
  } catch (error) {
    onProblem({ reason: `the log cannot be opened: ${(error as Error).message}` });
    return false;
  }
}

function lineOf({ position, stream, type, reason }: Problem): string {
  const where = [position === undefined ? undefined : `position ${position}`, stream, type].filter(Boolean).join(', ');
  return where === '' ? reason : `${where}: ${reason}`;
}
