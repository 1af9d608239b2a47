import { type CommandContext, type EventLog, handle, type Outcome } from '@boxoffice/common';
import type { PasswordConfirmation } from '@boxoffice/contracts';
import { emailClaim, emailStreamId } from '../user/email-claim.ts';
import { user } from '../user/user.ts';
import { type Confirming, confirmPassword } from './confirm-password.ts';

interface Dependencies extends Confirming {
  readonly log: EventLog;
  readonly emailKey: string;
}

/**
 * Deletes an account: its sessions are worth nothing from here on, its address is free, and what is known of the person
 * is destroyed.
 */
export async function forget(
  { log, emailKey, ...confirming }: Dependencies,
  userId: string,
  { password }: PasswordConfirmation,
  context: CommandContext,
): Promise<Outcome> {
  const { email } = await confirmPassword(confirming, userId, password);
  const outcome = await handle(log, context, async (load) => {
    const account = await load(user, userId);
    const claim = await load(emailClaim, emailStreamId(email, emailKey));
    account.emit(user.decide({ type: 'Forget', userId }, account.state));
    claim.emit(emailClaim.decide({ type: 'Release', userId }, claim.state));
  });
  // What fails here is done again by the reaction, which says so.
  await confirming.vault.forget(userId).catch(() => undefined);
  return outcome;
}
