import { given, stateOf } from '@boxoffice/common/testing';
import { OrderPaid, OrderPaidV1, OrderPaymentStartedV1, OrderPlacedV1, OrderRefundStarted } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import {
  buyerId,
  cancelled,
  expired,
  expiresAt,
  extendedTo,
  fee,
  orderId,
  otherPayment,
  paid,
  paymentDeclined,
  paymentDelayed,
  paymentId,
  paymentStarted,
  placed,
  price,
  refunded,
  refundStarted,
  sellerId,
  stranger,
  ticket,
  ticketId,
  total,
} from '../controls.ts';
import { order } from './order.ts';

const paying = [placed, paymentStarted];
const delayed = [...paying, paymentDelayed];
const declinedOnce = [...paying, paymentDeclined];
const paidOrder = [...paying, paid];
const undone = [...paidOrder, refundStarted];
const late = sampleOf(OrderRefundStarted, { reason: 'late' });

describe('placing', () => {
  const cost = { price, fee, total };
  const place = { type: 'Place', orderId, ticketId, buyerId, sellerId, ticket, ...cost, expiresAt } as const;

  test('done', () => given([]).when(order, place).thenEmits([placed]));

  test('repeated', () => {
    given([placed]).when(order, place).thenNothing();
    given([placed, cancelled]).when(order, place).thenNothing();
  });
});

describe('cancelling', () => {
  const cancel = { type: 'Cancel', orderId, buyerId } as const;

  test.each([
    ['at once', [placed]],
    ['after a payment was declined', declinedOnce],
    ['while the provider takes its time', delayed],
  ])('done %s', (_, history) => given(history).when(order, cancel).thenEmits([cancelled]));

  test('repeated', () => {
    given([placed, cancelled]).when(order, cancel).thenNothing();
    given([...delayed, cancelled, paymentDeclined])
      .when(order, cancel)
      .thenNothing();
  });

  test('refused: there is no such order', () => given([]).when(order, cancel).thenRefused('order-not-found'));

  test('refused: it is somebody else’s, whatever has become of it', () => {
    const theirs = { ...cancel, buyerId: stranger };
    for (const history of [[placed], paying, delayed, paidOrder, undone, [placed, cancelled], [placed, expired]])
      given(history).when(order, theirs).thenRefused('order-not-found');
  });

  test.each([
    ['payment-in-progress', paying],
    ['payment-in-progress', [...delayed, paymentDeclined, paymentStarted]],
    ['order-paid', paidOrder],
    ['order-paid', [...delayed, paid]],
    ['order-expired', [placed, expired]],
    ['order-expired', [...delayed, expired]],
    ['order-refunded', undone],
    ['order-refunded', [...undone, refunded]],
  ] as const)('refused: %s', (code, history) => given(history).when(order, cancel).thenRefused(code));
});

describe('expiring', () => {
  const expire = (at: string) => ({ type: 'Expire', orderId, at }) as const;
  const [before, after] = ['2027-01-01T12:14:59.999Z', '2027-01-01T12:15:00.001Z'];

  test.each([expiresAt, after])('done at %s', (at) => {
    given([placed]).when(order, expire(at)).thenEmits([expired]);
    given([sampleOf(OrderPlacedV1)])
      .when(order, expire(at))
      .thenEmits([expired]);
  });

  test.each([
    ['being paid', paying],
    ['being paid by a provider that takes its time', delayed],
    ['open again, for its payment was declined', declinedOnce],
  ])('done when the hold that was extended ends: it is %s', (_, history) => {
    given(history).when(order, expire('2027-01-01T12:19:59.999Z')).thenNothing();
    given(history).when(order, expire(extendedTo)).thenEmits([expired]);
  });

  test('done while it is being paid as of old, when no hold was extended', () => {
    given([placed, sampleOf(OrderPaymentStartedV1)])
      .when(order, expire(expiresAt))
      .thenEmits([expired]);
  });

  test('not yet', () => given([placed]).when(order, expire(before)).thenNothing());

  test.each([
    ['there is no such order', []],
    ['it has expired', [placed, expired]],
    ['it was cancelled', [placed, cancelled]],
    ['it is paid', paidOrder],
    ['it is being undone', undone],
    ['it is undone', [...undone, refunded]],
  ])('never: %s', (_, history) => given(history).when(order, expire('2028-01-01T00:00:00.000Z')).thenNothing());
});

describe('an order', () => {
  const held = { ticketId, buyerId, expiresAt };
  const extended = { ...held, expiresAt: extendedTo };
  const byOther = { ...extended, paidBy: otherPayment };
  const byThis = { ...extended, paidBy: paymentId };
  const paidByOther = [...declinedOnce, sampleOf(OrderPaid, { paymentId: otherPayment })];

  test.each([
    ['is nothing before it is placed', [], undefined],
    ['is placed', [placed], { ...held, status: 'placed' }],
    ['was placed of old', [sampleOf(OrderPlacedV1)], { ...held, status: 'placed' }],
    ['is being paid, and held for longer', paying, { ...extended, status: 'paying' }],
    ['is being paid as of old', [placed, sampleOf(OrderPaymentStartedV1)], { ...held, status: 'paying' }],
    ['waits for its provider', delayed, { ...extended, status: 'paying', isDelayed: true }],
    ['is open again when its payment is declined', declinedOnce, { ...extended, status: 'placed' }],
    ['is open again when it had waited', [...delayed, paymentDeclined], { ...extended, status: 'placed' }],
    ['is paid', paidOrder, { ...byThis, status: 'paid' }],
    ['was paid of old', [...paying, sampleOf(OrderPaidV1)], { ...byThis, status: 'paid' }],
    ['is cancelled', [...delayed, cancelled], { ...extended, status: 'cancelled' }],
    ['has expired', [...paying, expired], { ...extended, status: 'expired' }],
    [
      'stays expired when its payment is declined',
      [...paying, expired, paymentDeclined],
      { ...extended, status: 'expired' },
    ],
    [
      'stays cancelled when its payment is declined',
      [...delayed, cancelled, paymentDeclined],
      { ...extended, status: 'cancelled' },
    ],
    ['is paid after all', [...paying, expired, paid], { ...byThis, status: 'paid' }],
    ['is being undone', undone, { ...byThis, status: 'refunding' }],
    ['is undone', [...undone, refunded], { ...byThis, status: 'refunded' }],
    ['gives late money back', [...paying, expired, late], { ...extended, status: 'refunding' }],
    ['has given late money back', [...paying, expired, late, refunded], { ...extended, status: 'refunded' }],
    ['stays paid when the money of another attempt goes back', [...paidByOther, late], { ...byOther, status: 'paid' }],
    ['stays paid when that was given back', [...paidByOther, late, refunded], { ...byOther, status: 'paid' }],
  ])('%s', (_, history, expected) => expect(stateOf(order, history)).toEqual(expected));

  test.each([paymentStarted, paymentDelayed, paymentDeclined, paid, cancelled, expired, refundStarted, refunded])(
    'never begins with $type',
    (event) => {
      expect(() => stateOf(order, [event])).toThrow(`${event.type} before OrderPlaced`);
    },
  );
});
