import type { Problem } from '@boxoffice/common';
import type { JobWork } from '../jobs/jobs.ts';
import type { VerifiedPlace } from './verified-place.ts';
import { verifyMarket } from './verify.ts';

/** Problems that are named; all of them are counted. */
const NAMED = 100;
/** Commits that are folded at a time: whoever asks something in between is answered within milliseconds. */
const PAGE = 250;

/** Looks whether the log and everything made of it is as it should be. */
export async function verifyWork(
  open: () => VerifiedPlace & AsyncDisposable,
  { signal, showStage, note }: JobWork,
): Promise<void> {
  await using place = open();
  const named: Problem[] = [];
  const onProblem = (problem: Problem) => {
    if (named.length < NAMED) named.push(problem);
  };
  const { readModels, ...verified } = await verifyMarket(place, { signal, showStage, page: PAGE, onProblem });
  const models = readModels.map(({ name, documents, comparedAt }) => ({ name, documents, comparedAt }));
  note({ verified: { ...verified, readModels: models, named } });
}
