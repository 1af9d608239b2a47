import {
  type AnyProjection,
  type Build,
  type CommandContext,
  DifferentError,
  dropRetired,
  SHOWN,
  type SwitchedOver,
  switchOver,
} from '@boxoffice/common';
import type { Underway } from '../operating.ts';
import { tell } from './tell.ts';

export interface PutInPlace {
  /** Keys that looked different while both moved. */
  readonly different: readonly string[];
  /** All the same. */
  readonly force?: boolean | undefined;
}

/** @throws {DifferentError} it differs in so much that no second look will find otherwise */
export function checkAlike({ generation }: Build, { different, force }: PutInPlace): void {
  if (different.length >= SHOWN && !force) throw new DifferentError(generation, different);
}

/**
 * Makes a build the live generation and writes that down. The one that was live is kept for a rollback, those before it
 * are removed.
 * @throws {DifferentError} it differs, and nobody said to do it all the same
 */
export async function putInPlace(
  { clock, log, readModels, signal }: Underway,
  projection: AnyProjection,
  build: Build,
  { different, force }: PutInPlace,
  context: CommandContext,
): Promise<SwitchedOver> {
  checkAlike(build, { different, force });
  signal.throwIfAborted();
  // What looked different while both moved is looked at once more at rest.
  const suspects = force ? [] : different;
  const switched = await switchOver(projection, { log, readModels }, build, suspects);
  const { from, to } = switched;
  await tell({ clock, log }, projection, { type: 'RecordSwitch', from, to }, context);
  await dropRetired(projection, readModels, from);
  return switched;
}
