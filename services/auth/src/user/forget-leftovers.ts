import { type EventLog, fold, type Vault } from '@boxoffice/common';
import { streamName } from '@boxoffice/contracts';
import { user } from './user.ts';

/**
 * Destroys what attempts to sign up with an address have left in the vault without coming to an account: cut off in
 * between, or refused by a log that did not answer. For whoever has the address by now, so that an attempt under way has
 * nothing to lose.
 */
export async function forgetLeftovers(
  { log, vault }: { readonly log: EventLog; readonly vault: Vault },
  email: string,
): Promise<void> {
  for (const userId of await vault.idsOf(email)) {
    const { revision } = await fold(log, user, streamName('user', userId));
    if (revision === 0) await vault.forget(userId);
  }
}
