import type { AnyProjection, Build } from '@boxoffice/common';
import { checkAlike, putInPlace } from '../../operations/projections/put-in-place.ts';
import { newContext, type Session, underwayIn } from '../session.ts';
import { confirm } from '../terminal/confirm.ts';
import { say } from '../terminal/say.ts';

export interface SwitchOptions {
  readonly yes?: boolean;
  readonly force?: boolean;
}

/**
 * Makes a build the live generation, when the operator wants it.
 * @throws {DifferentError} it differs, and nobody said to do it all the same
 */
export async function askAndPutInPlace(
  session: Session,
  projection: AnyProjection,
  build: Build,
  different: readonly string[],
  { yes, force }: SwitchOptions,
): Promise<void> {
  checkAlike(build, { different, force });
  if (!yes && !(await confirm(`Answer from ${build.generation} from now on?`, session.signal)))
    return say('Nothing was switched.');
  const underway = await underwayIn(session);
  const context = newContext(session);
  const { from, to, position } = await putInPlace(underway, projection, build, { different, force }, context);
  say(`Switched at position ${position}: from ${from}, which is kept for a rollback, to ${to}.`);
}
