import type { Problem } from '@boxoffice/common';
import { verifyMarket } from '../../operations/log/verify.ts';
import type { VerifiedModel } from '../../operations/log/verify-read-model.ts';
import type { Place } from '../place/place.ts';
import type { CommonOptions, Surroundings } from '../session.ts';
import { say, sayJson } from '../terminal/say.ts';
import { showStage } from '../terminal/show-stage.ts';

/** Problems that are named; all of them are counted. */
const NAMED = 100;

/** `log verify` */
export async function verify(place: Place, { signal, onFound }: Surroundings, { json }: CommonOptions): Promise<void> {
  const named: Problem[] = [];
  const onProblem = (problem: Problem) => {
    if (named.length >= NAMED) return;
    named.push(problem);
    if (!json) say(lineOf(problem));
  };
  const isKept = place.kind === 'mongodb';
  const { problems, readModels, ...verified } = await verifyMarket(
    { ...place, isKept },
    { signal, showStage, onProblem },
  );
  const { head, commits, events, streams } = verified;
  if (problems > 0) onFound();
  if (json) {
    const models = readModels.map((model) => ({ ...model, said: saidOf(model) }));
    return sayJson({ ...verified, readModels: models, problems: { count: problems, named } });
  }
  say(`${commits} commits up to position ${head}, ${events} events, ${streams} streams`);
  for (const model of readModels) say(`${model.name}: ${model.documents} documents, ${saidOf(model)}`);
  if (problems > NAMED) say(`The first ${NAMED} problems are named above.`);
  say(problems === 0 ? 'Everything is as it should be.' : `${problems} ${problems === 1 ? 'problem' : 'problems'}`);
}

function saidOf({ isFolded, comparedAt }: VerifiedModel): string {
  if (!isFolded) return 'not compared';
  return comparedAt === null ? 'folded; the market keeps them in memory' : `compared at position ${comparedAt}`;
}

function lineOf({ position, stream, type, reason }: Problem): string {
  const where = [position === undefined ? undefined : `position ${position}`, stream, type].filter(Boolean).join(', ');
  return where === '' ? reason : `${where}: ${reason}`;
}
