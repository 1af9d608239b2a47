import type { MailSettings } from '../config.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { mailboxTransport } from './mailbox.ts';
import { smtpTransport } from './smtp.ts';
import type { MailTransport } from './transport.ts';

/** The transport of the settings: SMTP where there is an address for it, the local mailbox otherwise. */
export function mailTransport({ SMTP_URL: url, MAIL_FROM: from }: MailSettings, mailbox: Mailbox): MailTransport {
  return url !== undefined && from !== undefined ? smtpTransport({ url, from }) : mailboxTransport(mailbox);
}
