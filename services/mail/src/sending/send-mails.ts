import type { Clock, EventLog, Vault } from '@boxoffice/common';
import { letterOf } from '../letter/letter-of.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { isNews } from '../notice/lifetime.ts';
import type { Fate, Outbox, Waiting } from '../outbox/outbox.ts';
import { MailRefused, type MailTransport, TransportAway } from '../transport/transport.ts';
import { mailAttempts, mailsWaiting } from './metrics.ts';

export interface SendDependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly outbox: Outbox;
  readonly mailbox: Mailbox;
  readonly transport: MailTransport;
  /** Where the pages are. */
  readonly origin: () => string;
  /** Told of a mail that could not be sent, by its id; of no address. */
  readonly onError: (error: unknown) => void;
}

const AT_ONCE = 100;
/** Milliseconds for which an attempt is claimed: longer than any can last. */
const CLAIM = 120_000;
/** Milliseconds until the next attempt, at first and at most: of a mail, and of any when nobody takes mails. */
const [FIRST, MOST, MOST_AWAY] = [5000, 3_600_000, 60_000];

/**
 * Sends what is due in the outbox, one after the other, each once: an attempt is put down before the mail is handed
 * over, and its success after it. A process that dies in between repeats that one mail, under the same id.
 *
 * What cannot be sent waits, longer each time, and holds up no other. It is given up when it is refused for good, or
 * when it is no news any more.
 */
export function mailsSent(parts: SendDependencies): (signal: AbortSignal) => Promise<void> {
  const { clock, outbox, onError } = parts;
  /** How often in a row nobody took a mail, and until when nobody is asked again. */
  let away = 0;
  let restUntil = '';
  const laterBy = (milliseconds: number) => new Date(Date.parse(clock.now()) + milliseconds).toISOString();

  async function settle({ id }: Waiting, fate: Fate): Promise<void> {
    await outbox.settle(id, fate);
    mailAttempts.inc({ outcome: fate });
  }

  async function failed(waiting: Waiting, error: Error): Promise<void> {
    const { id, kind, attempts } = waiting;
    if (error instanceof MailRefused || !isNews(waiting, clock.now())) {
      await settle(waiting, 'given-up');
      onError(new Error(`mail ${id} (${kind}) is given up: ${error.message}`));
      return;
    }
    const isAway = error instanceof TransportAway;
    const until = laterBy(isAway ? Math.min(FIRST * 2 ** away, MOST_AWAY) : Math.min(FIRST * 2 ** attempts, MOST));
    if (isAway) [away, restUntil] = [away + 1, until];
    await outbox.postpone(id, until);
    mailAttempts.inc({ outcome: 'postponed' });
    onError(new Error(`mail ${id} (${kind}) has to wait: ${error.message}`));
  }

  return async (signal) => {
    for (const waiting of await outbox.due(clock.now(), AT_ONCE)) {
      if (signal.aborted || clock.now() < restUntil) break;
      if (!(await outbox.claim(waiting, laterBy(CLAIM)))) continue;
      try {
        await settle(waiting, await handOver(parts, waiting));
        away = 0;
      } catch (error) {
        await failed(waiting, error as Error);
      }
    }
    mailsWaiting.set(await outbox.waiting());
  };
}

async function handOver(parts: SendDependencies, notice: Waiting): Promise<Fate> {
  const { log, vault, mailbox, transport, origin } = parts;
  const { id, userId, kind, position, index, at } = notice;
  const person = await vault.get(userId);
  if (!person) return 'nobody';
  const letter = await letterOf(log, notice, origin());
  if (!letter) throw new MailRefused('the log knows nothing of it');
  await transport.send({ id, userId, kind, position, index, at, ...letter }, person.email);
  // Who was forgotten while this was on its way has been erased already, and would have mail again.
  if (!(await vault.get(userId))) await mailbox.forget(userId);
  return 'sent';
}
