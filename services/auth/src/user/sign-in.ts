import {
  ClientError,
  type CommandContext,
  type EventLog,
  fold,
  handle,
  type Person,
  type Vault,
} from '@boxoffice/common';
import type { Session } from '@boxoffice/common/http';
import { type SignIn, streamName } from '@boxoffice/contracts';
import type { Passwords } from '../password/password.ts';
import { userWithEmail } from './email-claim.ts';
import { session } from './session.ts';
import { sessionOf } from './sign-up.ts';

/** 401: the same for an unknown address and for a wrong password. */
export class WrongCredentials extends ClientError {
  constructor() {
    super('wrong-credentials', 'The address or the password is wrong');
  }
}

interface Dependencies {
  readonly log: EventLog;
  readonly vault: Vault;
  readonly passwords: Passwords;
  readonly emailKey: string;
}

/** Begins a session, always a new one. */
export async function signIn(
  { log, vault, passwords, emailKey }: Dependencies,
  { email, password }: SignIn,
  context: CommandContext,
): Promise<Session & { person: Person; position: number }> {
  const owner = await userWithEmail(log, email, emailKey);
  const person = owner === undefined ? undefined : await vault.get(owner);
  const right = await passwords.verify(password, person?.passwordHash);
  if (!person || !right) throw new WrongCredentials();
  if (passwords.isWeak(person.passwordHash))
    await vault.put({ ...person, passwordHash: await passwords.hash(password) });

  const { userId } = person;
  const begin = (command: CommandContext, sessionId: string) =>
    handle(log, { ...command, actor: userId }, async (load) => {
      const begun = await load(session, sessionId);
      begun.emit(session.decide({ type: 'Begin', userId, sessionId }, begun.state));
    });

  const first = await begin(context, crypto.randomUUID());
  const found = sessionOf(first);
  const { state: present } = await fold(log, session, streamName('session', found.sessionId));
  if (present.isOpen) return { ...found, person, position: first.position };
  // The request is a repeated one, and what it began has been ended since.
  const anew = await begin({ ...context, commandId: crypto.randomUUID(), mayRepeat: false }, crypto.randomUUID());
  return { ...sessionOf(anew), person, position: anew.position };
}
