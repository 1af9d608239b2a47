import { type EventLog, openSqliteEventLog, openSqliteVault, type Vault } from '@boxoffice/common';
import { type Happened, later, NOW, record, testClock } from '@boxoffice/common/testing';
import { buyerId, orderStream, origin, placed, reserved, sellerId, ticketStream } from './controls.ts';
import { openSqliteMailbox } from './mailbox/sqlite.ts';
import { noticeId } from './notice/notice.ts';
import type { Waiting } from './outbox/outbox.ts';
import { openSqliteOutbox } from './outbox/sqlite.ts';
import { mailsSent } from './sending/send-mails.ts';
import { mailboxTransport } from './transport/mailbox.ts';
import type { Mail, MailTransport } from './transport/transport.ts';

export const emails = { [buyerId]: 'buyer@example.com', [sellerId]: 'seller@example.com' };

/** A notice of the first order, for its buyer. */
export const notice: Waiting = {
  id: noticeId(1, 0, buyerId),
  userId: buyerId,
  kind: 'reserved',
  orderId: placed.data.orderId,
  position: 1,
  index: 0,
  at: later(1),
  attempts: 0,
};

/** A mail of a person, telling of this position. */
export function mailOf(userId: string, position: number, index = 0): Mail {
  const words = { subject: `Mail ${position}.${index}`, text: 'Fine words', html: '<p>Fine words</p>' };
  return { id: noticeId(position, index, userId), userId, kind: 'paid', position, index, at: NOW, ...words };
}

/** Everything that sends mails, on parts in memory, the buyer and the seller being known. */
export async function startMail(transport?: MailTransport) {
  const stack = new AsyncDisposableStack();
  const log: EventLog = stack.use(openSqliteEventLog(':memory:'));
  const vault: Vault = stack.use(openSqliteVault(':memory:'));
  const outbox = stack.use(openSqliteOutbox(':memory:'));
  const mailbox = stack.use(openSqliteMailbox(':memory:'));
  const clock = testClock(later(60));
  const errors: Error[] = [];
  const onError = (error: unknown) => void errors.push(error as Error);
  const parts = { log, vault, outbox, mailbox, clock, onError, transport: transport ?? mailboxTransport(mailbox) };
  for (const [userId, email] of Object.entries(emails)) await vault.put({ userId, email, passwordHash: '' });
  return {
    ...parts,
    errors,
    /** The buyer holds the ticket, and then all of this happens to the order. */
    happened: (...history: readonly Happened[]) =>
      record(log, { [orderStream]: [placed], [ticketStream]: [reserved] }, ...history),
    /** Sends what is due, as another process would. */
    send: () => mailsSent({ ...parts, origin: () => origin })(new AbortController().signal),
    /** The same process, again and again. */
    sender: () => mailsSent({ ...parts, origin: () => origin }),
    subjects: async (userId: string) => (await mailbox.page(userId, { limit: 100 })).map(({ subject }) => subject),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
