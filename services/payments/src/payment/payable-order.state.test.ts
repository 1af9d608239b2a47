import { stateOf } from '@boxoffice/common/testing';
import { OrderPaid, OrderPaymentStarted, OrderPaymentStartedV1, OrderPlacedV1 } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import {
  amount,
  buyerId,
  cancelled,
  expired,
  expiresAt,
  extendedTo,
  fee,
  lateRefundStarted,
  orderRefunded,
  otherPayment,
  paid,
  paymentDeclined,
  paymentDelayed,
  paymentId,
  paymentStarted,
  placed,
  price,
  refundStarted,
  ticketId,
} from '../controls.ts';
import { holdUntil, isAwaited, payableOrder } from './payable-order.ts';

const paying = [placed, paymentStarted];
const delayed = [...paying, paymentDelayed];
const declinedOnce = [...paying, paymentDeclined];
const paidOrder = [...paying, paid];
const overtaken = [...paying, sampleOf(OrderPaid, { paymentId: otherPayment })];
const paidByOther = [...declinedOnce, sampleOf(OrderPaid, { paymentId: otherPayment })];

describe('an order, to those who are paid', () => {
  const open = { status: 'paying', paymentId, isExtended: true, expiresAt: extendedTo };
  const { paymentId: _, ...idle } = open;

  test.each([
    ['is nothing before it is placed', [], undefined],
    ['is placed', [placed], { status: 'placed' }],
    ['waits for its payment, and is held for longer', paying, open],
    ['is held as before by a payment of old', [placed, sampleOf(OrderPaymentStartedV1)], { ...open, expiresAt }],
    ['waits for a payment that takes its time', delayed, { ...open, isDelayed: true }],
    ['waits for none when it was declined', declinedOnce, { ...idle, status: 'placed' }],
    ['is paid', paidOrder, { ...idle, status: 'paid', paidBy: paymentId }],
    ['is paid by another, and its payment is open', overtaken, { ...open, status: 'paid', paidBy: otherPayment }],
    ['is cancelled', [placed, cancelled], { status: 'cancelled' }],
    ['has expired', [placed, expired], { status: 'expired' }],
    ['has expired, and its payment is open', [...paying, expired], { ...open, status: 'expired' }],
    ['has expired, and its payment is not', [...paying, expired, paymentDeclined], { ...idle, status: 'expired' }],
    ['is paid though it had expired', [...paying, expired, paid], { ...idle, status: 'paid', paidBy: paymentId }],
    ['is being undone', [...paidOrder, refundStarted], { ...idle, status: 'refunding', paidBy: paymentId }],
    ['is undone', [...paidOrder, refundStarted, orderRefunded], { ...idle, status: 'refunded', paidBy: paymentId }],
    ['gives late money back', [...paying, expired, lateRefundStarted], { ...idle, status: 'refunding' }],
    [
      'stays paid when the money of another attempt goes back',
      [...paidByOther, lateRefundStarted, orderRefunded],
      { ...idle, status: 'paid', paidBy: otherPayment },
    ],
  ])('%s', (_, history, expected) => {
    const order = { ticketId, buyerId, price, fee, total: amount, expiresAt, isExtended: false };
    expect(stateOf(payableOrder, history)).toEqual(expected && { ...order, ...expected });
  });

  test('has no fee if it is from before there was one', () => {
    const free = { amount: 0, currency: price.currency };
    expect(stateOf(payableOrder, [sampleOf(OrderPlacedV1)])).toMatchObject({ price, fee: free, total: price });
  });

  test.each([paymentStarted, paymentDelayed, paymentDeclined, paid, cancelled, expired, refundStarted, orderRefunded])(
    'never begins with $type',
    (event) => {
      expect(() => stateOf(payableOrder, [event])).toThrow(`${event.type} before OrderPlaced`);
    },
  );
});

describe('a hold', () => {
  const order = (...history: Parameters<typeof stateOf>[1]) => {
    const state = stateOf(payableOrder, history);
    if (!state) throw new Error('there is no order');
    return state;
  };

  test.each([
    ['lasts as long as there is to pay', order(placed), '2027-01-01T12:15:00.001Z', '2027-01-01T12:15:00.001Z'],
    ['is never made shorter', order(placed), '2027-01-01T12:14:59.999Z', expiresAt],
    ['is made longer once', order(...declinedOnce), '2027-01-01T12:29:00.000Z', extendedTo],
    [
      'is made longer by the first payment or by none',
      order(placed, sampleOf(OrderPaymentStarted, { expiresAt }), paymentDeclined),
      extendedTo,
      expiresAt,
    ],
  ])('%s', (_, state, payUntil, expected) => expect(holdUntil(state, payUntil)).toBe(expected));
});

test.each([
  ['while it is under way', paying, true],
  ['while the provider takes its time', delayed, true],
  ['not before', [placed], false],
  ['not when it was declined', declinedOnce, false],
  ['not when the order has expired', [...paying, expired], false],
  ['not when it was cancelled', [...delayed, cancelled], false],
  ['not when it is paid', paidOrder, false],
])('a payment is awaited %s', (_, history, expected) => {
  const state = stateOf(payableOrder, history);
  expect(isAwaited(state, paymentId)).toBe(expected);
  expect(isAwaited(state, otherPayment)).toBe(false);
});
