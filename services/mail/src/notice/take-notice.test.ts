import { inProcessEventBus, openSqliteCursors, startReaction } from '@boxoffice/common';
import { later } from '@boxoffice/common/testing';
import { expect, test } from 'vitest';
import { buyerId, orderStream, paid, sellerId, sold, ticketStream } from '../controls.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { startMail } from '../testing.ts';
import { takeNotice } from './take-notice.ts';

type Mail = Awaited<ReturnType<typeof startMail>>;

/** Runs the reaction until it has dealt with everything; the outbox may die after it has taken something in. */
async function reacted({ log, clock, outbox }: Mail, die: (call: number) => boolean = () => false) {
  await using cursors = openSqliteCursors(':memory:');
  let calls = 0;
  const dying: Outbox = {
    ...outbox,
    async put(notices) {
      await outbox.put(notices);
      calls += 1;
      if (die(calls)) throw new Error('killed between the outbox and the cursor');
    },
  };
  const reaction = takeNotice({ log, outbox: dying });
  const { promise: done, resolve } = Promise.withResolvers<void>();
  const head = await log.head();
  const watched: typeof reaction = {
    ...reaction,
    async react(event, context) {
      await reaction.react(event, context);
      if (event.position === head) resolve();
    },
  };
  const options = { log, clock, cursors, bus: inProcessEventBus(), onError: () => undefined, pollMs: 10 };
  await using _running = startReaction({ reaction: watched, ...options });
  await done;
}

const purchase = { [orderStream]: [paid], [ticketStream]: [sold] };
const bought = ['Paid: Zoë & the Night Owls', 'Reserved for you: Zoë & the Night Owls'];

test('a purchase is told to its buyer and to its seller', async () => {
  await using mail = await startMail();
  await mail.happened(purchase);
  await reacted(mail);
  await mail.send();
  expect(await mail.subjects(buyerId)).toEqual(bought);
  expect(await mail.subjects(sellerId)).toEqual(['Sold: Zoë & the Night Owls']);
});

test('is told once, though the reaction dies between the outbox and its cursor', async () => {
  await using mail = await startMail();
  await mail.happened(purchase);
  await reacted(mail, (call) => call <= 2);
  await mail.send();
  expect(await mail.subjects(buyerId)).toEqual(bought);
});

test('is told once, though the cursor was lost and all of the log comes again', async () => {
  await using mail = await startMail();
  await mail.happened(purchase);
  await reacted(mail);
  await mail.send();
  const before = await mail.mailbox.page(buyerId, { limit: 10 });
  await reacted(mail);
  await mail.send();
  expect(await mail.mailbox.page(buyerId, { limit: 10 })).toEqual(before);
  expect(await mail.outbox.waiting()).toBe(0);
});

test('what is long past is no news', async () => {
  await using mail = await startMail();
  await mail.happened(purchase);
  mail.clock.set(later(4 * 24 * 3600));
  await reacted(mail);
  expect(await mail.outbox.waiting()).toBe(0);
});
