import type { Mailbox } from '../mailbox/mailbox.ts';
import type { MailTransport } from './transport.ts';

/** Keeps mails where their readers find them on the market's own pages. A mail that is sent again is kept once. */
export function mailboxTransport(mailbox: Mailbox): MailTransport {
  return {
    send: (mail) => mailbox.keep(mail),
    [Symbol.asyncDispose]: async () => undefined,
  };
}
