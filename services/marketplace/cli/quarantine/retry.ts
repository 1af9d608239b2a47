import { ArgumentError } from '../argument.ts';
import { findProjection } from '../projections/find-projection.ts';
import { tell } from '../projections/tell.ts';
import type { CommonOptions, Session } from '../session.ts';
import { say } from '../terminal/say.ts';
import { sayObeyed, type WaitOptions } from './obeyed.ts';

type Options = CommonOptions & WaitOptions & { readonly all?: boolean };

/** `quarantine retry` */
export async function retry(session: Session, options: Options, name: string, key?: string): Promise<void> {
  if ((key === undefined) === !options.all) throw new ArgumentError('Name a key of the quarantine, or say --all');
  const projection = findProjection(name);
  const quarantine = await (await session.readModels()).reader(projection).quarantine();
  const keys = key === undefined ? quarantine.map((one) => one.key) : [key];
  if (keys.length === 0) return say(`Nothing is in the quarantine of ${name}.`);
  let position = 0;
  for (const one of keys)
    position = (await tell(session, projection, { type: 'Retry', key: one, quarantine })).position;
  say(`Written at position ${position}: ${keys.length === 1 ? keys[0] : `${keys.length} keys`} to be folded anew.`);
  await sayObeyed(session, projection, { keys, position }, options);
}
