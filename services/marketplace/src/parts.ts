import { type Passwords, scryptPasswords } from '@boxoffice/auth';
import {
  type Clock,
  type Cursors,
  type EventBus,
  type EventLog,
  inProcessEventBus,
  memoryReadModels,
  openSqliteCursors,
  openSqliteEventLog,
  openSqliteVault,
  openStoredSqliteCommits,
  type ReadModels,
  type StoredCommits,
  systemClock,
  type Vault,
} from '@boxoffice/common';
import {
  type Mailbox,
  type MailSettings,
  type MailTransport,
  mailTransport,
  type Outbox,
  openSqliteMailbox,
  openSqliteOutbox,
} from '@boxoffice/mail';
import {
  openSqliteBooks,
  type PaymentProvider,
  type PaymentSettings,
  paymentProvider,
  type SandboxBooks,
} from '@boxoffice/payments';
import { openSqliteWebhookStore, type WebhookStore } from '@boxoffice/webhooks';
import type { DataFolder } from './data-folder.ts';

/** Everything that the market is made of and that could be of another make. */
export interface Parts extends AsyncDisposable {
  readonly clock: Clock;
  readonly log: EventLog;
  readonly bus: EventBus;
  readonly readModels: ReadModels;
  readonly cursors: Cursors;
  /** Opens the commits of the log as they are stored, to be verified. */
  readonly stored: () => StoredCommits & Disposable;
  readonly vault: Vault;
  readonly passwords: Passwords;
  readonly provider: PaymentProvider;
  readonly outbox: Outbox;
  readonly mailbox: Mailbox;
  readonly transport: MailTransport;
  /** Of webhooks: their secrets and what is sent to them. */
  readonly webhookStore: WebhookStore;
}

/** The parts of the embedded mode. */
export interface EmbeddedParts extends Parts {
  /** What the sandbox has been asked. */
  readonly books: SandboxBooks;
}

export interface EmbeddedOptions {
  readonly scryptLn: number;
  readonly payments?: PaymentSettings;
  readonly mail?: MailSettings;
}

/** The embedded parts: files in one folder, the rest in memory. */
export function embeddedParts(
  folder: DataFolder,
  { scryptLn, payments = { PAYMENT_PROVIDER: 'sandbox' }, mail = {} }: EmbeddedOptions,
): EmbeddedParts {
  const stack = new AsyncDisposableStack();
  const books = stack.use(openSqliteBooks(folder.sandbox));
  const mailbox = stack.use(openSqliteMailbox(folder.mailbox));
  const parts = {
    books,
    mailbox,
    clock: systemClock,
    vault: stack.use(openSqliteVault(folder.people)),
    cursors: stack.use(openSqliteCursors(folder.cursors)),
    provider: stack.use(paymentProvider(payments, { clock: systemClock, books: () => books })),
    outbox: stack.use(openSqliteOutbox(folder.outbox)),
    transport: stack.use(mailTransport(mail, mailbox)),
    webhookStore: stack.use(openSqliteWebhookStore(folder.webhooks)),
    // The log last: where there is one, everything else must have been there before.
    log: stack.use(openSqliteEventLog(folder.events)),
    stored: () => openStoredSqliteCommits(folder.events),
    bus: stack.use(inProcessEventBus()),
    readModels: stack.use(memoryReadModels()),
    passwords: scryptPasswords(scryptLn),
  };
  return { ...parts, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}
