import { recordedEvents } from '@boxoffice/common';
import { commitsOf, later } from '@boxoffice/common/testing';
import { Id, type OrderEvent, orderEvents } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import {
  buyerId,
  cancelled,
  expired,
  lateRefundStarted,
  orderStream,
  paid,
  paymentDeclined,
  paymentDelayed,
  paymentStarted,
  placed,
  refunded,
  refundStarted,
  sellerId,
} from '../controls.ts';
import { mailedOrder } from './mailed-order.ts';
import { noticeId, noticesOf } from './notice.ts';

function noticesAfter(event: OrderEvent) {
  const [commit] = commitsOf({ [orderStream]: [event] });
  const order = mailedOrder.evolve(undefined, placed);
  if (!commit || !order) throw new Error('there is no order');
  return recordedEvents(commit, [orderEvents]).flatMap((recorded) => noticesOf(recorded, order));
}

test.each([
  ['placed', placed, [['reserved', buyerId]]],
  [
    'paid',
    paid,
    [
      ['paid', buyerId],
      ['sold', sellerId],
    ],
  ],
  ['expired', expired, [['expired', buyerId]]],
  ['cancelled', cancelled, [['cancelled', buyerId]]],
  ['undone', refundStarted, [['sale-undone', sellerId]]],
  ['paid late and in vain', lateRefundStarted, []],
  ['refunded', refunded, [['refunded', buyerId]]],
  ['about to be paid', paymentStarted, []],
  ['paid slowly', paymentDelayed, []],
  ['paid by a card that is declined', paymentDeclined, []],
] as const)('of an order that is %s is told who it concerns', (_, event, told) => {
  expect(noticesAfter(event).map(({ kind, userId }) => [kind, userId])).toEqual(told);
});

test('a notice says where the event is, and when it happened', () => {
  const [notice] = noticesAfter(placed);
  expect(notice).toMatchObject({ position: 1, index: 0, at: later(1), orderId: placed.data.orderId });
});

describe('the id of a notice', () => {
  test('is the same for the same event and person, in every version', () => {
    expect(noticeId(57, 1, buyerId)).toBe('2d596bc1-fe5d-8fe5-b6e4-3c3141550186');
    expect(Id.parse(noticeId(57, 1, buyerId))).toBe(noticeId(57, 1, buyerId));
  });

  test('is another one for another position, event or person', () => {
    const all = [
      noticeId(57, 1, buyerId),
      noticeId(58, 1, buyerId),
      noticeId(57, 0, buyerId),
      noticeId(57, 1, sellerId),
    ];
    expect(new Set(all).size).toBe(4);
  });
});
