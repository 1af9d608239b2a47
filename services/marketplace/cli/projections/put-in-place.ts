import { type AnyProjection, type Build, dropRetired, SHOWN, switchOver } from '@boxoffice/common';
import { RefusedError } from '../refused-error.ts';
import type { Session } from '../session.ts';
import { confirm } from '../terminal/confirm.ts';
import { say } from '../terminal/say.ts';
import { tell } from './tell.ts';

export interface SwitchOptions {
  readonly yes?: boolean;
  readonly force?: boolean;
}

/**
 * Makes a build the live generation, when the operator wants it, and writes that down. Answers whether it is live now.
 * @throws {RefusedError | DifferentError} it differs, and nobody said to do it all the same
 */
export async function putInPlace(
  session: Session,
  projection: AnyProjection,
  build: Build,
  different: readonly string[],
  { yes, force }: SwitchOptions,
): Promise<boolean> {
  const { log, place, signal } = session;
  const { readModels } = place;
  if (different.length >= SHOWN && !force)
    throw new RefusedError(
      `${build.generation} is not what is live. Nothing was switched; --force does it all the same`,
    );
  if (!yes && !(await confirm(`Answer from ${build.generation} from now on?`, signal))) {
    say('Nothing was switched.');
    return false;
  }
  signal.throwIfAborted();
  // What looked different while both moved is looked at once more at rest.
  const suspects = force ? [] : different;
  const { from, to, position } = await switchOver(projection, { log, readModels }, build, suspects);
  await tell(session, projection, { type: 'RecordSwitch', from, to });
  await dropRetired(projection, readModels, from);
  say(`Switched at position ${position}: from ${from}, which is kept for a rollback, to ${to}.`);
  return true;
}
