import { findProjection } from '../../operations/projections/find-projection.ts';
import { retryKeys } from '../../operations/quarantine/quarantine.ts';
import { ArgumentError } from '../argument.ts';
import { type CommonOptions, newContext, operatingIn, type Session } from '../session.ts';
import { say } from '../terminal/say.ts';
import { sayObeyed, type WaitOptions } from './obeyed.ts';

type Options = CommonOptions & WaitOptions & { readonly all?: boolean };

/** `quarantine retry` */
export async function retry(session: Session, options: Options, name: string, key?: string): Promise<void> {
  if ((key === undefined) === !options.all) throw new ArgumentError('Name a key of the quarantine, or say --all');
  const projection = findProjection(name);
  const { keys, outcome } = await retryKeys(await operatingIn(session), projection, key, newContext(session));
  if (keys.length === 0) return say(`Nothing is in the quarantine of ${name}.`);
  const { position } = outcome;
  say(`Written at position ${position}: ${keys.length === 1 ? keys[0] : `${keys.length} keys`} to be folded anew.`);
  await sayObeyed(session, projection, { keys, position }, options);
}
