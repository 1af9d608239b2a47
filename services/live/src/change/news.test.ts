import { openSqliteEventLog } from '@boxoffice/common';
import { type Happened, record } from '@boxoffice/common/testing';
import type { Event } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import {
  buyerId,
  cancelled,
  detailsChanged,
  expired,
  holdExtended,
  listed,
  orderId,
  orderStream,
  otherPayment,
  paid,
  paymentDeclined,
  paymentDelayed,
  paymentStarted,
  placed,
  refunded,
  refundStarted,
  released,
  repriced,
  reserved,
  returned,
  sellerId,
  sold,
  ticketId,
  ticketStream,
  withdrawn,
} from '../controls.ts';
import { newsFrom } from './news.ts';

/** What is told of the last commit of a history: by who was there from the start, and by who comes to it now. */
async function lastOf(...history: readonly Happened[]) {
  await using log = openSqliteEventLog(':memory:');
  await record(log, ...history);
  const commits = await log.read(0, 100);
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  const all = await Promise.all(commits.map(newsFrom({ log, onError })));
  const last = commits.at(-1);
  const late = last && (await newsFrom({ log, onError })(last));
  expect(late).toEqual(all.at(-1));
  return { ...(late as NonNullable<typeof late>), errors };
}

describe('of a ticket is told', () => {
  const until = (...events: Event[]) => events.map((event) => ({ [ticketStream]: [event] }));
  const { price } = listed.data;
  const { expiresAt: reservedUntil } = reserved.data;

  test.each([
    ['listed', [listed], { status: 'available', price, revision: 1 }],
    ['repriced', [listed, repriced], { status: 'available', price: repriced.data.price, revision: 2 }],
    ['changed', [listed, detailsChanged], { status: 'available', price, revision: 2 }],
    ['withdrawn', [listed, withdrawn], { status: 'withdrawn', price, revision: 2 }],
    ['reserved', [listed, reserved], { status: 'reserved', price, reservedUntil, revision: 2 }],
    [
      'held longer',
      [listed, reserved, holdExtended],
      { status: 'reserved', price, reservedUntil: holdExtended.data.expiresAt, revision: 3 },
    ],
    ['released', [listed, reserved, released], { status: 'available', price, revision: 3 }],
    ['sold', [listed, reserved, sold], { status: 'sold', price, revision: 3 }],
    ['returned', [listed, reserved, sold, returned], { status: 'available', price, revision: 4 }],
  ])('that it was %s', async (_, events, expected) => {
    const { tickets, people, position, at } = await lastOf(...until(...events));
    const change = { kind: 'ticket', position, at, ticketId, ...expected };
    expect([...tickets]).toEqual([[ticketId, change]]);
    expect([...people]).toEqual([[sellerId, [change]]]);
  });

  test('what several events of one commit come to', async () => {
    const { tickets } = await lastOf({ [ticketStream]: [listed] }, { [ticketStream]: [reserved, sold] });
    expect(tickets.get(ticketId)).toMatchObject({ status: 'sold', revision: 2 });
  });
});

describe('of an order is told, to its buyer alone,', () => {
  const late = { ...refundStarted, data: { ...refundStarted.data, paymentId: otherPayment } };
  test.each([
    ['placed', []],
    ['paying', [paymentStarted]],
    ['paying', [paymentStarted, paymentDelayed]],
    ['placed', [paymentStarted, paymentDeclined]],
    ['paid', [paymentStarted, paid]],
    ['cancelled', [cancelled]],
    ['expired', [expired]],
    ['expired', [paymentStarted, expired, paymentDeclined]],
    ['refunding', [paymentStarted, paid, refundStarted]],
    ['refunded', [paymentStarted, paid, refundStarted, refunded]],
    ['paid', [paymentStarted, paid, late]],
  ])('that it is %s', async (status, events) => {
    const { tickets, people, position, at } = await lastOf(
      ...[placed, ...events].map((event) => ({ [orderStream]: [event] })),
    );
    expect([...tickets]).toEqual([]);
    expect([...people]).toEqual([[buyerId, [{ kind: 'order', position, at, orderId, status }]]]);
  });
});

test('of an event that cannot be read is told that it is there, also when others follow', async () => {
  const framed = { type: 'TicketFramed', version: 1, data: {} };
  const { tickets, people, errors } = await lastOf(
    { [ticketStream]: [listed] },
    { [ticketStream]: [framed] },
    { [ticketStream]: [repriced] },
  );
  expect([...tickets]).toEqual([[ticketId, undefined]]);
  expect([...people]).toEqual([[sellerId, [undefined]]]);
  expect(errors[0]).toMatchObject({ message: `${ticketStream} cannot be followed at position 2` });
});
