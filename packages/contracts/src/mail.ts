import { z } from 'zod';
import { Id } from './id.ts';
import { page, pageQuery } from './page.ts';
import { Instant } from './time.ts';

/** What a mail tells of: the first five their buyer, the last two their seller. */
export const MailKind = z.enum(['reserved', 'paid', 'expired', 'cancelled', 'refunded', 'sold', 'sale-undone']);
export type MailKind = z.infer<typeof MailKind>;

const summary = {
  id: Id,
  kind: MailKind,
  subject: z.string(),
  /** When that happened of which it tells. */
  at: Instant,
};

/** A mail as a list shows it. */
export const MailSummary = z.object(summary).meta({ id: 'MailSummary' });
export type MailSummary = z.infer<typeof MailSummary>;

/** A mail of the local mailbox. `html` is a whole document, to be shown in a frame that may do nothing. */
export const MailView = z.object({ ...summary, text: z.string(), html: z.string() }).meta({ id: 'Mail' });
export type MailView = z.infer<typeof MailView>;

export const MailboxQuery = z.strictObject(pageQuery);
export const MailboxReply = page(MailSummary).meta({ id: 'Mailbox' });
export type MailboxReply = z.infer<typeof MailboxReply>;
