import { type CommandContext, type EventLog, handle, type Person } from '@boxoffice/common';
import type { Session } from '@boxoffice/common/http';
import type { ChangePassword } from '@boxoffice/contracts';
import { checkPassword } from '../password/rules.ts';
import { session } from '../user/session.ts';
import { sessionOf } from '../user/sign-up.ts';
import { user } from '../user/user.ts';
import { type Confirming, confirmPassword, WrongCredentials } from './confirm-password.ts';

interface Dependencies extends Confirming {
  readonly log: EventLog;
}

/**
 * Changes the password, ends every session and begins a new one. The vault's entry is changed first: who signs in with
 * the old password at the same time either sees that it is gone, or began before the event and is ended by it. Cut off
 * in between, the same request sent again does the rest.
 */
export async function changePassword(
  { log, ...confirming }: Dependencies,
  userId: string,
  { password, newPassword }: ChangePassword,
  context: CommandContext,
): Promise<Session & { position: number }> {
  const person = await confirm(confirming, userId, { password, newPassword }, context);
  checkPassword(newPassword, person.email, 'newPassword');
  const to = await confirming.passwords.hash(newPassword);
  if (!(await confirming.vault.replaceHash({ userId, from: person.passwordHash, to }))) throw new WrongCredentials();
  const sessionId = crypto.randomUUID();
  const outcome = await handle(log, context, async (load) => {
    const account = await load(user, userId);
    const begun = await load(session, sessionId);
    account.emit(user.decide({ type: 'ChangePassword', userId }, account.state));
    begun.emit(session.decide({ type: 'Begin', userId, sessionId }, begun.state));
  });
  return { ...sessionOf(outcome), position: outcome.position };
}

/** A request that was cut off may have changed the password already: who repeats it knows the new one. */
async function confirm(
  confirming: Confirming,
  userId: string,
  { password, newPassword }: ChangePassword,
  { mayRepeat }: CommandContext,
): Promise<Person> {
  return confirmPassword(confirming, userId, password).catch((error) => {
    if (!mayRepeat || !(error instanceof WrongCredentials)) throw error;
    return confirmPassword(confirming, userId, newPassword);
  });
}
