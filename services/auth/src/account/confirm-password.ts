import { ClientError, type Person, type Vault } from '@boxoffice/common';
import type { Passwords } from '../password/password.ts';

/** 401: the same for an unknown address and for a wrong password. */
export class WrongCredentials extends ClientError {
  constructor() {
    super('wrong-credentials', 'The address or the password is wrong');
  }
}

export interface Confirming {
  readonly vault: Vault;
  readonly passwords: Passwords;
}

/**
 * The person, if the password is theirs.
 * @throws {WrongCredentials} it is not, or there is no such person; which of them, not even the time tells
 */
export async function confirmPassword(
  { vault, passwords }: Confirming,
  userId: string | undefined,
  password: string,
): Promise<Person> {
  const person = userId === undefined ? undefined : await vault.get(userId);
  const right = await passwords.verify(password, person?.passwordHash);
  if (!person || !right) throw new WrongCredentials();
  return person;
}
