import { describe, expect, test } from 'vitest';
import { buyerId, sellerId } from '../controls.ts';
import { mailOf } from '../testing.ts';
import type { Mailbox } from './mailbox.ts';

/** What a mailbox does, wherever it is. `fresh` begins an empty one; what it returns opens it, again and again. */
export function mailboxSuite(name: string, fresh: () => () => Mailbox): void {
  describe(`a mailbox in ${name}`, () => {
    test('has a mail as it was, for its reader alone', async () => {
      await using mailbox = fresh()();
      const mail = mailOf(buyerId, 3);
      await mailbox.keep(mail);
      expect(await mailbox.get(buyerId, mail.id)).toEqual(mail);
      expect(await mailbox.get(sellerId, mail.id)).toBeUndefined();
      expect(await mailbox.page(sellerId, { limit: 10 })).toEqual([]);
    });

    test('has a mail once, the first of its id, however many come at once', async () => {
      await using mailbox = fresh()();
      const mail = mailOf(buyerId, 3);
      await mailbox.keep(mail);
      await Promise.all(Array.from({ length: 10 }, () => mailbox.keep({ ...mail, subject: 'Other words' })));
      expect(await mailbox.page(buyerId, { limit: 10 })).toEqual([mail]);
    });

    test('shows the newest first, in pages', async () => {
      await using mailbox = fresh()();
      const mails = [mailOf(buyerId, 12, 1), mailOf(buyerId, 12), mailOf(buyerId, 9), mailOf(buyerId, 2)];
      for (const mail of [...mails.toReversed(), mailOf(sellerId, 12, 2)]) await mailbox.keep(mail);
      expect(await mailbox.page(buyerId, { limit: 10 })).toEqual(mails);
      expect(await mailbox.page(buyerId, { limit: 1 })).toEqual(mails.slice(0, 1));
      expect(await mailbox.page(buyerId, { after: { position: 12, index: 1 }, limit: 2 })).toEqual(mails.slice(1, 3));
      expect(await mailbox.page(buyerId, { after: { position: 2, index: 0 }, limit: 2 })).toEqual([]);
    });

    test('has it when it is opened again', async () => {
      const open = fresh();
      {
        await using mailbox = open();
        await mailbox.keep(mailOf(buyerId, 3));
      }
      await using mailbox = open();
      expect(await mailbox.page(buyerId, { limit: 10 })).toEqual([mailOf(buyerId, 3)]);
    });

    test('forgets all of a person, and nobody else', async () => {
      await using mailbox = fresh()();
      for (const mail of [mailOf(buyerId, 3), mailOf(buyerId, 4), mailOf(sellerId, 4)]) await mailbox.keep(mail);
      await mailbox.forget(buyerId);
      await mailbox.forget(buyerId);
      expect(await mailbox.page(buyerId, { limit: 10 })).toEqual([]);
      expect(await mailbox.page(sellerId, { limit: 10 })).toEqual([mailOf(sellerId, 4)]);
    });
  });
}
