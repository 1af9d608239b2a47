import type { Reaction, Vault } from '@boxoffice/common';
import { type UserEvent, userEvents } from '@boxoffice/contracts';
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

interface Dependencies {
  readonly vault: Vault;
  readonly mailbox: Mailbox;
  readonly outbox: Outbox;
}

/**
 * Erases the mails of who has deleted their account. The vault's entry goes first, whoever else sees to it: a mail that
 * is written afterwards would be kept.
 */
export function mailsForgotten(parts: Dependencies): Reaction<UserEvent> {
  return {
    name: 'forget-mails',
    events: [userEvents],
    concerns: ({ type }) => type === 'UserForgotten',
    async react({ data: { userId } }) {
      await parts.vault.forget(userId);
      await forgetMails(parts, userId);
    },
  };
}
