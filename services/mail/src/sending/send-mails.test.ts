import { later } from '@boxoffice/common/testing';
import { register } from 'prom-client';
import { describe, expect, test } from 'vitest';
import { buyerId, orderStream, paid, sellerId, sold, ticketStream } from '../controls.ts';
import { noticeId } from '../notice/notice.ts';
import { emails, notice, startMail } from '../testing.ts';
import { type Mail, MailRefused, type MailTransport, TransportAway } from '../transport/transport.ts';

const forSeller = {
  ...notice,
  id: noticeId(2, 0, sellerId),
  userId: sellerId,
  kind: 'sold',
  position: 2,
} as const;

/** A transport that notes what it is given, and does with it what is said. */
function noting(does: (mail: Mail, attempt: number) => void = () => undefined) {
  const handed: { id: string; address: string }[] = [];
  const transport: MailTransport = {
    async send(mail, address) {
      handed.push({ id: mail.id, address });
      does(mail, handed.filter(({ id }) => id === mail.id).length);
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
  return { handed, transport };
}

/** A mail to the buyer waits, and one to the seller. */
async function startWithTwo(transport: MailTransport) {
  const mail = await startMail(transport);
  await mail.happened({ [orderStream]: [paid], [ticketStream]: [sold] });
  await mail.outbox.put([notice, forSeller]);
  const sender = mail.sender();
  return {
    ...mail,
    /** Lets it work as it does, again and again, for some seconds. */
    async work(from: number, to: number) {
      for (let second = from; second <= to; second += 1) {
        mail.clock.set(later(second));
        await sender(new AbortController().signal);
      }
    },
  };
}

async function outcomes(outcome: string): Promise<number> {
  const metric = await register.getSingleMetric('boxoffice_mail_attempts_total')?.get();
  return metric?.values.find(({ labels }) => labels.outcome === outcome)?.value ?? 0;
}

test('each mail is handed over once, to the address that the vault knows', async () => {
  const { handed, transport } = noting();
  await using mail = await startWithTwo(transport);
  await mail.work(60, 70);
  expect(handed).toEqual([
    { id: notice.id, address: emails[buyerId] },
    { id: forSeller.id, address: emails[sellerId] },
  ]);
  expect([await mail.outbox.waiting(), mail.errors]).toEqual([0, []]);
});

test('to the address of today, when it was changed in between', async () => {
  const { handed, transport } = noting();
  await using mail = await startWithTwo(transport);
  await mail.vault.put({ userId: buyerId, email: 'new@example.com', passwordHash: '' });
  await mail.work(60, 60);
  expect(handed[0]).toEqual({ id: notice.id, address: 'new@example.com' });
});

test('two processes at once hand each mail over once', async () => {
  const { handed, transport } = noting();
  await using mail = await startWithTwo(transport);
  await Promise.all(Array.from({ length: 5 }, () => mail.send()));
  expect(handed.map(({ id }) => id).toSorted()).toEqual([notice.id, forSeller.id].toSorted());
});

test('a crash after the hand-over repeats that mail under its id, and no other', async () => {
  const { handed, transport } = noting();
  await using mail = await startWithTwo(transport);
  const { outbox } = mail;
  let alive = true;
  const { settle } = outbox;
  Object.assign(outbox, {
    async settle(...given: Parameters<typeof settle>) {
      if (given[0] === forSeller.id) alive = false;
      // Of a process that has died, nothing more is written.
      if (!alive) throw new Error('killed between the hand-over and its record');
      return settle(...given);
    },
    postpone: async () => undefined,
  });
  await mail.send();
  Object.assign(outbox, { settle });
  await mail.send();
  expect(handed).toHaveLength(2);
  mail.clock.set(later(60 + 120));
  await mail.send();
  await mail.send();
  expect(handed.map(({ id }) => id)).toEqual([notice.id, forSeller.id, forSeller.id]);
});

describe('a mail that is not taken', () => {
  test('waits longer each time, and holds up no other', async () => {
    const { handed, transport } = noting((mail, attempt) => {
      if (mail.id === notice.id && attempt < 4) throw new Error('not taken for now (EENVELOPE 450)');
    });
    const before = await outcomes('postponed');
    await using mail = await startWithTwo(transport);
    await mail.work(60, 60);
    expect(handed.map(({ id }) => id)).toEqual([notice.id, forSeller.id]);
    const seconds: number[] = [];
    for (let second = 61; second < 110; second += 1) {
      const count = handed.length;
      await mail.work(second, second);
      if (handed.length > count) seconds.push(second);
    }
    expect(seconds).toEqual([65, 75, 95]);
    expect(await mail.outbox.waiting()).toBe(0);
    expect(mail.errors.map(({ message }) => message)).toEqual(
      Array.from({ length: 3 }, () => `mail ${notice.id} (reserved) has to wait: not taken for now (EENVELOPE 450)`),
    );
    expect((await outcomes('postponed')) - before).toBe(3);
  });

  test('for good is given up at once', async () => {
    const { handed, transport } = noting((mail) => {
      if (mail.id === notice.id) throw new MailRefused('EENVELOPE 550');
    });
    const before = await outcomes('given-up');
    await using mail = await startWithTwo(transport);
    await mail.work(60, 300);
    expect(handed.map(({ id }) => id)).toEqual([notice.id, forSeller.id]);
    expect(mail.errors.map(({ message }) => message)).toEqual([
      `mail ${notice.id} (reserved) is given up: refused for good (EENVELOPE 550)`,
    ]);
    expect((await outcomes('given-up')) - before).toBe(1);
  });

  test('is given up when it is no news any more', async () => {
    const { handed, transport } = noting(() => {
      throw new Error('not taken for now (EMESSAGE 451)');
    });
    await using mail = await startWithTwo(transport);
    const [hour, days] = [3600, 3 * 24 * 3600];
    for (let second = 60; second < days + 2 * hour; second += hour) await mail.work(second, second);
    expect(await mail.outbox.waiting()).toBe(0);
    expect(handed.length).toBeGreaterThan(100);
    expect(mail.errors.at(-1)?.message).toContain('is given up');
  });
});

describe('while nobody takes mails', () => {
  test('they are asked less and less often, about one mail; then all are sent, soon', async () => {
    let isAway = true;
    const { handed, transport } = noting(() => {
      if (isAway) throw new TransportAway('ECONNREFUSED');
    });
    await using mail = await startWithTwo(transport);
    await mail.work(60, 659);
    // After 5, 10, 20, 40 seconds, and then each minute.
    expect(handed.length).toBeGreaterThan(10);
    expect(handed.length).toBeLessThan(16);
    isAway = false;
    await mail.work(660, 725);
    expect(await mail.outbox.waiting()).toBe(0);
  });
});

test('no line of what went wrong has an address', async () => {
  const { transport } = noting(() => {
    throw new MailRefused('EENVELOPE 550');
  });
  await using mail = await startWithTwo(transport);
  await mail.work(60, 60);
  expect(mail.errors).toHaveLength(2);
  for (const { message } of mail.errors) expect(message).not.toContain('@');
});

test('how many wait is measured', async () => {
  const { transport } = noting(() => {
    throw new TransportAway('ETIMEDOUT');
  });
  await using mail = await startWithTwo(transport);
  await mail.work(60, 60);
  expect((await register.getSingleMetric('boxoffice_mails_waiting')?.get())?.values[0]?.value).toBe(2);
});
