import {
  type CommandContext,
  type EventLog,
  fold,
  handle,
  type Outcome,
  type Person,
  type Vault,
} from '@boxoffice/common';
import type { Session } from '@boxoffice/common/http';
import { type SignIn, streamName } from '@boxoffice/contracts';
import { confirmPassword, WrongCredentials } from '../account/confirm-password.ts';
import { endSession } from '../own-sessions/end-session.ts';
import type { Passwords } from '../password/password.ts';
import { userWithEmail } from './email-claim.ts';
import { session } from './session.ts';
import { sessionOf } from './sign-up.ts';
import { user } from './user.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly vault: Vault;
  readonly passwords: Passwords;
  readonly emailKey: string;
}

/** Begins a session, always a new one. */
export async function signIn(
  dependencies: Dependencies,
  { email, password }: SignIn,
  context: CommandContext,
): Promise<Session & { person: Person; position: number }> {
  const { log, vault, passwords, emailKey } = dependencies;
  const person = await confirmPassword(dependencies, await userWithEmail(log, email, emailKey), password);
  const { userId, passwordHash: from } = person;
  if (passwords.isWeak(from)) await vault.replaceHash({ userId, from, to: await passwords.hash(password) });

  const begin = (command: CommandContext, sessionId: string) =>
    handle(log, { ...command, actor: userId }, async (load) => {
      const begun = await load(session, sessionId);
      begun.emit(session.decide({ type: 'Begin', userId, sessionId }, begun.state));
    });

  let outcome = await begin(context, crypto.randomUUID());
  // The request may be a repeated one, and what it began may have been ended since.
  if (outcome.repeated && !(await isOpen(log, outcome)))
    outcome = await begin({ ...context, commandId: crypto.randomUUID(), mayRepeat: false }, crypto.randomUUID());
  const begun = { ...sessionOf(outcome), person, position: outcome.position };

  // While the password was looked at it may have been changed, or the person forgotten.
  const present = await vault.get(userId);
  if (present?.passwordHash === from || (await passwords.verify(password, present?.passwordHash))) return begun;
  const end = { ...context, commandId: crypto.randomUUID(), mayRepeat: false, actor: userId };
  await endSession(log, begun, end);
  throw new WrongCredentials();
}

/** Neither it alone has been ended nor all together. */
async function isOpen(log: EventLog, begun: Outcome): Promise<boolean> {
  const { userId, sessionId } = sessionOf(begun);
  const [own, then, now] = await Promise.all([
    fold(log, session, streamName('session', sessionId)),
    fold(log, user, streamName('user', userId), begun.position),
    fold(log, user, streamName('user', userId)),
  ]);
  return own.state.isOpen && then.state.endings === now.state.endings;
}
