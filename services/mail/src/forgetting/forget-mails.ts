import type { Mailbox } from '../mailbox/mailbox.ts';
import type { Outbox } from '../outbox/outbox.ts';

/**
 * Erases all mails of a person, and what was still to be sent to them. Done again, it changes nothing. What happens to
 * their orders later is told to nobody: the vault does not know them.
 */
export async function forgetMails(
  { mailbox, outbox }: { readonly mailbox: Mailbox; readonly outbox: Outbox },
  userId: string,
): Promise<void> {
  await outbox.forget(userId);
  await mailbox.forget(userId);
}
