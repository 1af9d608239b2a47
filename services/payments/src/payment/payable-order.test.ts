import { given, NOW, stateOf } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import {
  amount,
  buyerId,
  cancelled,
  expired,
  expiresAt,
  orderId,
  paid,
  paymentDeclined,
  paymentId,
  paymentStarted,
  placed,
  stranger,
  ticketId,
} from '../controls.ts';
import { payableOrder } from './payable-order.ts';

const ids = { orderId, paymentId };
const paying = [placed, paymentStarted];

describe('starting a payment', () => {
  const start = { type: 'StartPayment', ...ids, buyerId, at: NOW } as const;

  test('done', () => given([placed]).when(payableOrder, start).thenEmits([paymentStarted]));

  test('done again after one was declined', () => {
    given([...paying, paymentDeclined])
      .when(payableOrder, start)
      .thenEmits([paymentStarted]);
  });

  test('done until the hold ends', () => {
    const at = '2027-01-01T12:14:59.999Z';
    given([placed])
      .when(payableOrder, { ...start, at })
      .thenEmits([paymentStarted]);
  });

  test('refused: there is no such order', () => given([]).when(payableOrder, start).thenRefused('order-not-found'));

  test('refused: it is somebody else’s, whatever has become of it', () => {
    for (const history of [[placed], paying, [...paying, paid], [placed, cancelled], [placed, expired]])
      given(history)
        .when(payableOrder, { ...start, buyerId: stranger })
        .thenRefused('order-not-found');
  });

  test.each([
    ['payment-in-progress', paying],
    ['order-paid', [...paying, paid]],
    ['order-cancelled', [placed, cancelled]],
    ['order-expired', [placed, expired]],
  ] as const)('refused: %s', (code, history) => {
    given(history).when(payableOrder, start).thenRefused(code);
  });

  test.each([expiresAt, '2027-01-01T12:15:00.001Z'])('refused at %s: the time to pay has run out', (at) => {
    given([placed])
      .when(payableOrder, { ...start, at })
      .thenRefused('order-expired');
  });
});

describe('settling a payment', () => {
  const settle = { type: 'SettlePayment', ...ids, succeeded: true } as const;

  test('done: paid', () => given(paying).when(payableOrder, settle).thenEmits([paid]));

  test('done: declined', () => {
    given(paying)
      .when(payableOrder, { ...settle, succeeded: false })
      .thenEmits([paymentDeclined]);
  });

  test('refused: there is no such order', () => given([]).when(payableOrder, settle).thenRefused('order-not-found'));

  test.each([
    ['none has started', [placed]],
    ['it was declined', [...paying, paymentDeclined]],
    ['it has succeeded', [...paying, paid]],
    ['the order has expired', [placed, expired]],
  ])('never when %s', (_, history) => {
    given(history).when(payableOrder, settle).thenFails(`does not wait for payment ${paymentId}`);
  });

  test('never when another is under way', () => {
    given(paying)
      .when(payableOrder, { ...settle, paymentId: 'another' })
      .thenFails('does not wait for payment another');
  });
});

describe('an order, to those who are paid', () => {
  test.each([
    ['is nothing before it is placed', [], undefined],
    ['is placed', [placed], { status: 'placed' }],
    ['waits for its payment', paying, { status: 'paying', paymentId }],
    ['waits for none when it was declined', [...paying, paymentDeclined], { status: 'placed' }],
    ['is paid', [...paying, paid], { status: 'paid' }],
    ['is cancelled', [placed, cancelled], { status: 'cancelled' }],
    ['has expired', [placed, expired], { status: 'expired' }],
  ])('%s', (_, history, expected) => {
    const order = { ticketId, buyerId, total: amount, expiresAt };
    expect(stateOf(payableOrder, history)).toEqual(expected && { ...order, ...expected });
  });

  test.each([paymentStarted, paymentDeclined, paid, cancelled, expired])('never begins with $type', (event) => {
    expect(() => stateOf(payableOrder, [event])).toThrow(`${event.type} before OrderPlaced`);
  });
});
