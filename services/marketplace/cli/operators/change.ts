import { changeOperator, userWithEmail } from '@boxoffice/auth';
import { ClientError } from '@boxoffice/common';
import { Id } from '@boxoffice/contracts';
import { RefusedError } from '../refused-error.ts';
import type { CommonOptions, Session } from '../session.ts';
import { say } from '../terminal/say.ts';

const words = {
  Appoint: { done: 'is an operator', already: 'is an operator already' },
  Dismiss: { done: 'is no operator any more', already: 'is no operator' },
} as const;

/** `operators appoint` and `operators dismiss` */
export function change(type: keyof typeof words) {
  return async (session: Session, _options: CommonOptions, named: string): Promise<void> => {
    const { log, context } = session;
    const userId = await userOf(session, named);
    const { commit, position } = await changeOperator(log, { type, userId }, context).catch((error) => {
      throw error instanceof ClientError ? new RefusedError(`There is no account ${named}`) : error;
    });
    const { done, already } = words[type];
    say(commit ? `${named} ${done}, from position ${position} on.` : `${named} ${already}.`);
  };
}

async function userOf({ place, log }: Session, named: string): Promise<string> {
  if (Id.safeParse(named).success) return named;
  const userId = await userWithEmail(log, named, place.emailKey());
  if (userId === undefined) throw new RefusedError(`There is no account with the address ${named}`);
  return userId;
}
