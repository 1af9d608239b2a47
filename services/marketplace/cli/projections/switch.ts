import { type AnyProjection, compareWithLive, type Generation } from '@boxoffice/common';
import { bringUp, previousGeneration, waitingCandidate } from '../../operations/projections/candidate.ts';
import { findProjection } from '../../operations/projections/find-projection.ts';
import { RefusedError } from '../refused-error.ts';
import { type CommonOptions, type Session, underwayIn } from '../session.ts';
import { askAndPutInPlace, type SwitchOptions } from './ask-and-put-in-place.ts';
import { sayComparison } from './say-comparison.ts';

type Options = CommonOptions & SwitchOptions;

/** `projections switch` */
export async function switchTo(session: Session, options: Options, name: string): Promise<void> {
  const projection = findProjection(name);
  checkPlace(session);
  await bringBack(session, projection, await waitingCandidate(projection, session.place.readModels), options);
}

/** `projections rollback`: what is live may be what is wrong, so that a difference is shown and does not stop it. */
export async function rollback(session: Session, options: Options, name: string): Promise<void> {
  const projection = findProjection(name);
  checkPlace(session);
  const previous = await previousGeneration(projection, session.place.readModels);
  await bringBack(session, projection, previous, { ...options, force: true });
}

async function bringBack(session: Session, projection: AnyProjection, generation: Generation, options: Options) {
  await using build = await bringUp(await underwayIn(session), projection, generation);
  const comparison = await compareWithLive(projection, session.place.readModels, build);
  sayComparison(comparison);
  await askAndPutInPlace(session, projection, build, comparison.different, options);
}

function checkPlace({ place }: Session): void {
  if (place.kind === 'folder')
    throw new RefusedError('The read models of a data folder are in the memory of its market: there is one of each');
}
