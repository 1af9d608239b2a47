import type { Written } from '../letter/letter.ts';
import type { Notice } from '../notice/notice.ts';

/** A mail, ready to be handed over: without the address of its reader, which is looked up for the moment only. */
export type Mail = Written & Pick<Notice, 'id' | 'userId' | 'kind' | 'position' | 'index' | 'at'>;

/** Hands mails over to whoever carries them on. */
export interface MailTransport extends AsyncDisposable {
  /**
   * When it has answered, the mail is somebody else's to deliver. When it has thrown anything but {@link MailRefused} it
   * is not known whether it was handed over; the same mail may be sent again, and is the same to whoever gets it.
   * @throws {MailRefused} it will never be taken
   * @throws {TransportAway} nobody takes any mail now
   */
  send(mail: Mail, address: string): Promise<void>;
}

/** This mail is refused for good. What the other side says of it may name the address, and is not repeated. */
export class MailRefused extends Error {
  constructor(reason: string) {
    super(`refused for good (${reason})`);
    this.name = 'MailRefused';
  }
}

/** The fault is not the mail's: all others would fail as well. */
export class TransportAway extends Error {
  constructor(reason: string) {
    super(`nobody takes mails (${reason})`);
    this.name = 'TransportAway';
  }
}
