import {
  ClientError,
  type CommandContext,
  type EventLog,
  eventOf,
  fold,
  handle,
  type Outcome,
  type Vault,
} from '@boxoffice/common';
import type { Session } from '@boxoffice/common/http';
import { type SignUp, sessionEvents, streamName } from '@boxoffice/contracts';
import type { Passwords } from '../password/password.ts';
import { checkPassword } from '../password/rules.ts';
import { EmailTaken, emailClaim, emailStreamId } from './email-claim.ts';
import { forgetLeftovers } from './forget-leftovers.ts';
import { session } from './session.ts';
import { user } from './user.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly vault: Vault;
  readonly passwords: Passwords;
  readonly emailKey: string;
}

/**
 * Makes an account. The vault's entry is written first: a crash in between leaves an entry that no account names until
 * the address has one, and never an account that nobody can enter.
 */
export async function signUp(
  { log, vault, passwords, emailKey }: Dependencies,
  { email, password }: SignUp,
  context: CommandContext,
): Promise<Session & { position: number }> {
  checkPassword(password, email);
  const emailId = emailStreamId(email, emailKey);
  const claimed = await fold(log, emailClaim, streamName('email', emailId));
  if (claimed.state.userId !== undefined && !context.mayRepeat) throw new EmailTaken();

  const own = { userId: crypto.randomUUID(), sessionId: crypto.randomUUID() };
  await vault.put({ userId: own.userId, email, passwordHash: await passwords.hash(password) });
  try {
    const outcome = await handle(log, { ...context, actor: own.userId }, async (load) => {
      const claim = await load(emailClaim, emailId);
      const account = await load(user, own.userId);
      const begun = await load(session, own.sessionId);
      claim.emit(emailClaim.decide({ type: 'Claim', userId: own.userId }, claim.state));
      account.emit(user.decide({ type: 'SignUp', userId: own.userId }, account.state));
      begun.emit(session.decide({ type: 'Begin', ...own }, begun.state));
    });
    const found = sessionOf(outcome);
    const { position } = outcome;
    if (found.userId === own.userId) {
      // The account is made, whatever becomes of this.
      await forgetLeftovers({ log, vault }, email).catch(() => undefined);
      return { ...found, position };
    }
    // The same request came twice. Only who knows the password learns that it succeeded the first time.
    const person = await vault.get(found.userId);
    if (!(await passwords.verify(password, person?.passwordHash))) throw new EmailTaken();
    await vault.forget(own.userId);
    return { ...found, position };
  } catch (error) {
    // Refused: no account names this person. Any other failure may have come after the account was made.
    if (error instanceof ClientError) await vault.forget(own.userId);
    throw error;
  }
}

/** The session that a command began. */
export function sessionOf(outcome: Outcome): Session {
  const begun = eventOf(outcome, sessionEvents);
  if (begun?.type !== 'UserSignedIn') throw new Error(`the commit at ${outcome.position} began no session`);
  return { userId: begun.data.userId, sessionId: begun.data.sessionId };
}
