import { reacted, record } from '@boxoffice/common/testing';
import { streamName, UserForgotten } from '@boxoffice/contracts';
import { expect, test } from 'vitest';
import { buyerId, orderStream, paid, sellerId, sold, ticketStream } from '../controls.ts';
import { mailOf, notice, startMail } from '../testing.ts';
import { forgetMails, mailsForgotten } from './forget-mails.ts';

test('of who is forgotten there is no mail, and none to be sent', async () => {
  await using mail = await startMail();
  await mail.happened();
  await mail.outbox.put([notice]);
  for (const userId of [buyerId, sellerId]) await mail.mailbox.keep(mailOf(userId, 1));
  await mail.vault.forget(buyerId);
  await forgetMails(mail, buyerId);
  await forgetMails(mail, buyerId);
  await mail.send();
  expect([await mail.outbox.waiting(), await mail.subjects(buyerId)]).toEqual([0, []]);
  expect(await mail.subjects(sellerId)).toEqual(['Mail 1.0']);
});

test('what happens to their orders later is told to the other party alone', async () => {
  await using mail = await startMail();
  await mail.happened({ [orderStream]: [paid], [ticketStream]: [sold] });
  await mail.vault.forget(buyerId);
  const at = { position: 2, index: 0 };
  await mail.outbox.put([
    { ...notice, ...at, kind: 'paid' },
    { ...notice, ...at, id: mailOf(sellerId, 2).id, kind: 'sold', userId: sellerId },
  ]);
  await mail.send();
  expect(await mail.subjects(buyerId)).toEqual([]);
  expect(await mail.subjects(sellerId)).toEqual(['Sold: Zoë & the Night Owls']);
  expect([await mail.outbox.waiting(), mail.errors]).toEqual([0, []]);
});

test('who is forgotten while a mail is on its way does not get it after all', async () => {
  await using mail = await startMail({
    async send(letter) {
      await mail.vault.forget(buyerId);
      await forgetMails(mail, buyerId);
      await mail.mailbox.keep(letter);
    },
    [Symbol.asyncDispose]: async () => undefined,
  });
  await mail.happened();
  await mail.outbox.put([notice]);
  await mail.send();
  expect(await mail.subjects(buyerId)).toEqual([]);
});

test('who deletes their account is forgotten, the vault first, however often it is cut off', async () => {
  await using mail = await startMail();
  await mail.happened();
  for (const userId of [buyerId, sellerId]) await mail.mailbox.keep(mailOf(userId, 1));
  await record(mail.log, { [streamName('user', buyerId)]: [UserForgotten.of({ userId: buyerId })] });
  for (const _ of [1, 2]) await reacted(mailsForgotten(mail), mail.log, mail.clock);
  expect(await mail.vault.get(buyerId)).toBeUndefined();
  expect([await mail.subjects(buyerId), await mail.subjects(sellerId)]).toEqual([[], ['Mail 1.0']]);
});
