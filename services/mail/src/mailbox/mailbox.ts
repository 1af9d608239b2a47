import type { Mail } from '../transport/transport.ts';

/** A place in a mailbox: behind the mail that tells of this. */
export interface Place {
  readonly position: number;
  readonly index: number;
}

/**
 * Mails as they would have been sent, by the ids of their readers; addresses are not kept. What was kept is there after a
 * crash.
 */
export interface Mailbox extends AsyncDisposable {
  /** Keeps it, once: a mail with an id that is there already changes nothing. */
  keep(mail: Mail): Promise<void>;
  /** The person's mails, those of the newest events first, from the place on. */
  page(userId: string, options: { readonly after?: Place | undefined; readonly limit: number }): Promise<Mail[]>;
  /** One of the person's own mails. */
  get(userId: string, id: string): Promise<Mail | undefined>;
  /** Erases all of this person's mails. */
  forget(userId: string): Promise<void>;
}
