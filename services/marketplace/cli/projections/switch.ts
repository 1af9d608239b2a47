import {
  type AnyProjection,
  compareWithLive,
  type Generation,
  generationsOf,
  openBuild,
  previousOf,
} from '@boxoffice/common';
import { RefusedError } from '../refused-error.ts';
import type { CommonOptions, Session } from '../session.ts';
import { showProgress } from '../terminal/progress.ts';
import { findProjection } from './find-projection.ts';
import { putInPlace, type SwitchOptions } from './put-in-place.ts';
import { sayComparison } from './say-comparison.ts';

type Options = CommonOptions & SwitchOptions;

/** `projections switch` */
export async function switchTo(session: Session, options: Options, name: string): Promise<void> {
  const projection = findProjection(name);
  const generations = await generationsIn(session, projection);
  const candidate = generations.findLast(({ state, held }) => state === 'candidate' && !held);
  if (!candidate)
    throw new RefusedError(`${name} has no candidate: build one by boxoffice projections rebuild ${name}`);
  await bringBack(session, projection, candidate, options);
}

/** `projections rollback`: what is live may be what is wrong, so that a difference is shown and does not stop it. */
export async function rollback(session: Session, options: Options, name: string): Promise<void> {
  const projection = findProjection(name);
  await generationsIn(session, projection);
  const previous = await previousOf(projection, session.place.readModels);
  if (!previous) throw new RefusedError(`${name} has no generation from before to go back to`);
  await bringBack(session, projection, previous, { ...options, force: true });
}

async function bringBack(
  session: Session,
  projection: AnyProjection,
  { id }: Generation,
  options: Options,
): Promise<void> {
  const { log, place, signal } = session;
  const { readModels } = place;
  using progress = showProgress(`Bringing ${id} up to the log`);
  const onProgress = ({ position, head }: { position: number; head: number }) => progress.show(position, head);
  await using build = await openBuild(projection, id, { log, readModels, onProgress, signal });
  await build.catchUp();
  progress[Symbol.dispose]();
  const comparison = await compareWithLive(projection, readModels, build);
  sayComparison(comparison);
  await putInPlace(session, projection, build, comparison.different, options);
}

async function generationsIn({ place }: Session, projection: AnyProjection): Promise<Generation[]> {
  if (place.kind === 'folder')
    throw new RefusedError('The read models of a data folder are in the memory of its market: there is one of each');
  return generationsOf(projection, place.readModels);
}
