import { given, NOW } from '@boxoffice/common/testing';
import { OrderPaid, OrderPaymentStarted, OrderPlacedV1, OrderRefunded, OrderRefundStarted } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, test } from 'vitest';
import {
  buyerId,
  cancelled,
  expired,
  expiresAt,
  extendedTo,
  lateRefundStarted,
  orderId,
  orderRefunded,
  otherPayment,
  paid,
  paymentDeclined,
  paymentDelayed,
  paymentId,
  paymentStarted,
  placed,
  refundStarted,
  stranger,
} from '../controls.ts';
import { payableOrder } from './payable-order.ts';

const ids = { orderId, paymentId };
const paying = [placed, paymentStarted];
const delayed = [...paying, paymentDelayed];
const declinedOnce = [...paying, paymentDeclined];
const paidOrder = [...paying, paid];
const overtaken = [...paying, sampleOf(OrderPaid, { paymentId: otherPayment })];
const otherRefundStarted = sampleOf(OrderRefundStarted, { paymentId: otherPayment });
const otherRefunded = sampleOf(OrderRefunded, { paymentId: otherPayment });
const paidByOther = [...declinedOnce, sampleOf(OrderPaid, { paymentId: otherPayment })];

describe('starting a payment', () => {
  const start = { type: 'StartPayment', ...ids, buyerId, at: NOW, payUntil: extendedTo } as const;

  test('done: the hold lasts long enough to pay', () => {
    given([placed]).when(payableOrder, start).thenEmits([paymentStarted]);
  });

  test('done: the hold is never made shorter', () => {
    given([placed])
      .when(payableOrder, { ...start, payUntil: '2027-01-01T12:14:59.999Z' })
      .thenEmits([sampleOf(OrderPaymentStarted, { expiresAt })]);
  });

  test('done again after one was declined, and the hold is not made longer again', () => {
    given(declinedOnce)
      .when(payableOrder, { ...start, payUntil: '2027-01-01T12:29:00.000Z' })
      .thenEmits([paymentStarted]);
  });

  test('done until the hold ends', () => {
    const at = '2027-01-01T12:14:59.999Z';
    given([placed])
      .when(payableOrder, { ...start, at })
      .thenEmits([paymentStarted]);
  });

  test('done for an order from before there was a fee', () => {
    given([sampleOf(OrderPlacedV1)])
      .when(payableOrder, start)
      .thenEmits([paymentStarted]);
  });

  test('refused: there is no such order', () => given([]).when(payableOrder, start).thenRefused('order-not-found'));

  test('refused: it is somebody else’s, whatever has become of it', () => {
    for (const history of [[placed], paying, paidOrder, [placed, cancelled], [placed, expired]])
      given(history)
        .when(payableOrder, { ...start, buyerId: stranger })
        .thenRefused('order-not-found');
  });

  test.each([
    ['payment-in-progress', paying],
    ['payment-in-progress', delayed],
    ['order-paid', paidOrder],
    ['order-cancelled', [placed, cancelled]],
    ['order-expired', [placed, expired]],
    ['order-refunded', [...paidOrder, refundStarted]],
    ['order-refunded', [...paidOrder, refundStarted, orderRefunded]],
  ] as const)('refused: %s', (code, history) => {
    given(history).when(payableOrder, start).thenRefused(code);
  });

  test.each([expiresAt, '2027-01-01T12:15:00.001Z'])('refused at %s: the time to pay has run out', (at) => {
    given([placed])
      .when(payableOrder, { ...start, at })
      .thenRefused('order-expired');
  });
});

describe('delaying', () => {
  const delay = { type: 'Delay', ...ids } as const;

  test('done', () => given(paying).when(payableOrder, delay).thenEmits([paymentDelayed]));

  test('repeated', () => given(delayed).when(payableOrder, delay).thenNothing());

  test.each([
    ['the order has expired', [...paying, expired]],
    ['it was declined', declinedOnce],
    ['it is paid', paidOrder],
  ])('not done: %s', (_, history) => given(history).when(payableOrder, delay).thenNothing());
});

describe('declining', () => {
  const decline = { type: 'Decline', ...ids } as const;

  test.each([
    ['it waits for it', paying],
    ['it has waited for long', delayed],
    ['it has expired meanwhile', [...paying, expired]],
    ['it was cancelled meanwhile', [...delayed, cancelled]],
    ['another has paid meanwhile', overtaken],
    ['another has paid and is given back meanwhile', [...overtaken, otherRefundStarted, otherRefunded]],
  ])('done: %s', (_, history) => given(history).when(payableOrder, decline).thenEmits([paymentDeclined]));

  test.each([
    ['repeated', declinedOnce],
    ['repeated after the order has expired', [...paying, expired, paymentDeclined]],
    ['repeated after another has paid', [...overtaken, paymentDeclined]],
    ['not done: its money came late and goes back', [...overtaken, lateRefundStarted]],
    ['not done: it is paid', paidOrder],
    ['not done: none has started', [placed]],
  ])('%s', (_, history) => given(history).when(payableOrder, decline).thenNothing());

  test('not done: another is under way', () => {
    given(paying)
      .when(payableOrder, { ...decline, paymentId: otherPayment })
      .thenNothing();
  });
});

describe('paying', () => {
  const pay = { type: 'Pay', ...ids } as const;

  test.each([
    ['it waits for it', paying],
    ['it was declined before', declinedOnce],
    ['it has expired', [...paying, expired]],
    ['it was cancelled', [...delayed, cancelled]],
  ])('done: %s', (_, history) => given(history).when(payableOrder, pay).thenEmits([paid]));
});

describe('giving the money back', () => {
  const start = { type: 'StartRefund', ...ids, reason: 'operator' } as const;
  const late = { ...start, reason: 'late' } as const;
  const finish = { type: 'FinishRefund', ...ids } as const;

  test('begun by an operator', () => given(paidOrder).when(payableOrder, start).thenEmits([refundStarted]));

  test.each([
    ['placed', [placed]],
    ['being paid', paying],
    ['cancelled', [placed, cancelled]],
    ['on its way back already', [...paidOrder, refundStarted]],
    ['given back already', [...paidOrder, refundStarted, orderRefunded]],
  ])('refused to an operator: it is %s', (_, history) => {
    given(history).when(payableOrder, start).thenRefused('order-not-paid');
  });

  test.each([
    ['the order has expired', [...paying, expired]],
    ['the order was cancelled', [...delayed, cancelled]],
    ['another payment was quicker', paidByOther],
  ])('begun for money that is late: %s', (_, history) => {
    given(history).when(payableOrder, late).thenEmits([lateRefundStarted]);
  });

  test('ended', () => {
    given([...paidOrder, refundStarted])
      .when(payableOrder, finish)
      .thenEmits([orderRefunded]);
  });
});

test.each([
  { type: 'StartPayment', ...ids, buyerId, at: NOW, payUntil: extendedTo },
  { type: 'Delay', ...ids },
  { type: 'Decline', ...ids },
  { type: 'Pay', ...ids },
  { type: 'StartRefund', ...ids, reason: 'operator' },
  { type: 'FinishRefund', ...ids },
] as const)('$type is refused: there is no such order', (command) => {
  given([]).when(payableOrder, command).thenRefused('order-not-found');
});
