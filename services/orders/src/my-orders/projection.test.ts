import { later, projected, stateOf } from '@boxoffice/common/testing';
import {
  type OrderEvent,
  OrderPaid,
  OrderPaidV1,
  OrderPaymentStarted,
  OrderPaymentStartedV1,
  OrderPlacedV1,
  OrderRefunded,
  OrderRefundStarted,
  type OrderView,
} from '@boxoffice/contracts';
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
  orderStream,
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
  ticket,
  ticketId,
  total,
} from '../controls.ts';
import { order } from '../order/order.ts';
import { myOrders } from './projection.ts';

const after = async (...events: OrderEvent[]) => {
  const documents = await projected(myOrders, ...events.map((event) => ({ [orderStream]: [event] })));
  expect([...documents.keys()]).toEqual([orderId]);
  return documents.get(orderId);
};

const fresh = {
  _id: orderId,
  position: 1,
  ticketId,
  buyerId,
  ticket,
  price,
  fee,
  total,
  status: 'placed',
  placedAt: later(1),
  expiresAt,
  changedAt: later(1),
  declines: 0,
  payments: [],
};
const at = (position: number) => ({ position, changedAt: later(position) });
type Payment = OrderView['payments'][number];
const step = (position: number, status: Payment['status'], id = paymentId) => ({ id, status, at: later(position) });

const extended = { expiresAt: extendedTo };
const tryAgain = sampleOf(OrderPaymentStarted, { paymentId: otherPayment });
const paidByOther = sampleOf(OrderPaid, { paymentId: otherPayment });
const late = sampleOf(OrderRefundStarted, { reason: 'late' });

describe('an order', () => {
  test.each<[string, OrderEvent[], object]>([
    ['placed', [], {}],
    [
      'being paid, and held for longer',
      [paymentStarted],
      { ...at(2), ...extended, status: 'paying', payments: [step(2, 'under-way')] },
    ],
    [
      'whose provider takes its time',
      [paymentStarted, paymentDelayed],
      { ...at(3), ...extended, status: 'paying', payments: [step(3, 'delayed')] },
    ],
    [
      'declined',
      [paymentStarted, paymentDeclined],
      { ...at(3), ...extended, declines: 1, payments: [step(3, 'declined')] },
    ],
    [
      'declined and being paid again',
      [paymentStarted, paymentDeclined, tryAgain],
      {
        ...{ ...at(4), ...extended, status: 'paying', declines: 1 },
        payments: [step(3, 'declined'), step(4, 'under-way', otherPayment)],
      },
    ],
    ['paid', [paymentStarted, paid], { ...at(3), ...extended, status: 'paid', payments: [step(3, 'paid')] }],
    ['cancelled', [cancelled], { ...at(2), status: 'cancelled' }],
    ['expired', [expired], { ...at(2), status: 'expired' }],
    [
      'expired, and declined afterwards',
      [paymentStarted, expired, paymentDeclined],
      { ...at(4), ...extended, status: 'expired', declines: 1, payments: [step(4, 'declined')] },
    ],
    [
      'paid after all',
      [paymentStarted, expired, paid],
      { ...at(4), ...extended, status: 'paid', payments: [step(4, 'paid')] },
    ],
    [
      'whose sale is undone',
      [paymentStarted, paid, refundStarted],
      { ...at(4), ...extended, status: 'refunding', payments: [{ ...step(4, 'refunding'), reason: 'operator' }] },
    ],
    [
      'whose money was given back',
      [paymentStarted, paid, refundStarted, refunded],
      { ...at(5), ...extended, status: 'refunded', payments: [{ ...step(5, 'refunded'), reason: 'operator' }] },
    ],
    [
      'whose money came too late',
      [paymentStarted, expired, late, refunded],
      { ...at(5), ...extended, status: 'refunded', payments: [{ ...step(5, 'refunded'), reason: 'late' }] },
    ],
    [
      'paid, with late money of another attempt given back',
      [paymentStarted, paymentDeclined, tryAgain, paidByOther, late, refunded],
      {
        ...{ ...at(7), ...extended, status: 'paid', declines: 1 },
        payments: [step(5, 'paid', otherPayment), { ...step(7, 'refunded'), reason: 'late' }],
      },
    ],
  ])('%s', async (_, events, expected) => {
    expect(await after(placed, ...events)).toStrictEqual({ ...fresh, ...expected });
  });

  const bought = [placed, paymentStarted, paymentDeclined, tryAgain, paidByOther];
  const refundOfOther = sampleOf(OrderRefundStarted, { paymentId: otherPayment });
  const otherRefunded = sampleOf(OrderRefunded, { paymentId: otherPayment });

  test.each<[string, OrderEvent[]]>([
    ['refunding', [refundOfOther, late]],
    ['refunding', [refundOfOther, late, refunded]],
    ['refunded', [refundOfOther, otherRefunded, late]],
    ['refunded', [refundOfOther, late, refunded, otherRefunded]],
  ])('is %s whenever the money of another attempt goes back', async (status, events) => {
    const history = [...bought, ...events];
    expect(await after(...history)).toMatchObject({ status });
    expect(stateOf(order, history)).toMatchObject({ status });
  });

  test('of old: it has no fee, its hold is not extended, it is paid all the same', async () => {
    const old = [sampleOf(OrderPlacedV1), sampleOf(OrderPaymentStartedV1), sampleOf(OrderPaidV1)];
    const free = { amount: 0, currency: price.currency };
    const cost = { price, fee: free, total: price };
    const expected = { ...fresh, ...at(3), ...cost, status: 'paid', payments: [step(3, 'paid')] };
    expect(await after(...old)).toStrictEqual(expected);
  });

  test.each([paymentStarted, paymentDelayed, paymentDeclined, paid, cancelled, expired, refundStarted, refunded])(
    'never begins with $type',
    async (event) => {
      await expect(after(event)).rejects.toThrow(`cannot take in position 1: ${event.type} before OrderPlaced`);
    },
  );
});
