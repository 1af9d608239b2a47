import { SkipReason } from '@boxoffice/contracts';
import { ArgumentError } from '../argument.ts';
import { findProjection } from '../projections/find-projection.ts';
import { tell } from '../projections/tell.ts';
import type { CommonOptions, Session } from '../session.ts';
import { say } from '../terminal/say.ts';
import { sayObeyed, type WaitOptions } from './obeyed.ts';

type Options = CommonOptions & WaitOptions & { readonly reason: string };

/** `quarantine skip` */
export async function skip(session: Session, options: Options, name: string, key: string): Promise<void> {
  const { data: reason, error } = SkipReason.safeParse(options.reason);
  if (error) throw new ArgumentError(`--reason ${error.issues[0]?.message}`);
  const projection = findProjection(name);
  const quarantine = await (await session.readModels()).reader(projection).quarantine();
  const { commit, position } = await tell(session, projection, { type: 'Skip', key, reason, quarantine });
  const at = quarantine.find((one) => one.key === key)?.position;
  say(
    commit
      ? `Written at position ${position}: ${name} passes over position ${at} for ${key}, now and in every rebuild.`
      : `It is written already that ${name} passes over position ${at} for ${key}.`,
  );
  await sayObeyed(session, projection, { keys: [key], position }, options);
}
