import { SkipReason } from '@boxoffice/contracts';
import { findProjection } from '../../operations/projections/find-projection.ts';
import { skipEvent } from '../../operations/quarantine/quarantine.ts';
import { ArgumentError } from '../argument.ts';
import { type CommonOptions, newContext, operatingIn, type Session } from '../session.ts';
import { say } from '../terminal/say.ts';
import { sayObeyed, type WaitOptions } from './obeyed.ts';

type Options = CommonOptions & WaitOptions & { readonly reason: string };

/** `quarantine skip` */
export async function skip(session: Session, options: Options, name: string, key: string): Promise<void> {
  const { data: reason, error } = SkipReason.safeParse(options.reason);
  if (error) throw new ArgumentError(`--reason ${error.issues[0]?.message}`);
  const projection = findProjection(name);
  const operating = await operatingIn(session);
  const { at, outcome } = await skipEvent(operating, projection, { key, reason }, newContext(session));
  const { commit, position } = outcome;
  say(
    commit
      ? `Written at position ${position}: ${name} passes over position ${at} for ${key}, now and in every rebuild.`
      : `It is written already that ${name} passes over position ${at} for ${key}.`,
  );
  await sayObeyed(session, projection, { keys: [key], position }, options);
}
