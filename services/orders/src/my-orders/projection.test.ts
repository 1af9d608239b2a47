import { bytes, commitsOf, delivered, deliveries, later, projected, stateOf } from '@boxoffice/common/testing';
import {
  OrderCancelled,
  type OrderEvent,
  OrderExpired,
  OrderPaid,
  OrderPaymentDeclined,
  OrderPaymentStarted,
  OrderPlaced,
} from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buyerId,
  cancelled,
  expired,
  expiresAt,
  orderId,
  orderStream,
  paid,
  paymentDeclined,
  paymentStarted,
  placed,
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
  total,
  status: 'placed',
  placedAt: later(1),
  expiresAt,
  changedAt: later(1),
  declines: 0,
};
const at = (position: number) => ({ position, changedAt: later(position) });

describe('an order', () => {
  test.each<[string, OrderEvent[], object]>([
    ['placed', [], {}],
    ['being paid', [paymentStarted], { ...at(2), status: 'paying' }],
    ['declined', [paymentStarted, paymentDeclined], { ...at(3), declines: 1 }],
    ['declined twice', [paymentStarted, paymentDeclined, paymentStarted, paymentDeclined], { ...at(5), declines: 2 }],
    ['paid', [paymentStarted, paid], { ...at(3), status: 'paid' }],
    ['cancelled', [cancelled], { ...at(2), status: 'cancelled' }],
    ['expired', [expired], { ...at(2), status: 'expired' }],
  ])('%s', async (_, events, expected) => {
    expect(await after(placed, ...events)).toStrictEqual({ ...fresh, ...expected });
  });

  test.each([paymentStarted, paymentDeclined, paid, cancelled, expired])('never begins with $type', async (event) => {
    await expect(after(event)).rejects.toThrow(`cannot take in position 1: ${event.type} before OrderPlaced`);
  });
});

const next: Record<string, ((id: string) => OrderEvent)[]> = {
  none: [(id) => sampleOf(OrderPlaced, { orderId: id })],
  placed: [
    (id) => sampleOf(OrderPaymentStarted, { orderId: id }),
    (id) => sampleOf(OrderCancelled, { orderId: id }),
    (id) => sampleOf(OrderExpired, { orderId: id }),
  ],
  paying: [
    (id) => sampleOf(OrderPaymentDeclined, { orderId: id }),
    (id) => sampleOf(OrderPaymentDeclined, { orderId: id }),
    (id) => sampleOf(OrderPaid, { orderId: id }),
  ],
};

/** What may happen to five orders: everything in an order in which it can. */
const histories = fc
  .array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 5 })), { minLength: 1, maxLength: 40 })
  .map((steps) => {
    const events = new Map<string, OrderEvent[]>();
    return steps.flatMap(([number, wish]) => {
      const id = `0d3e7000-0000-4000-8000-00000000000${number}`;
      const before = events.get(id) ?? [];
      const possible = next[stateOf(order, before)?.status ?? 'none'] ?? [];
      const event = possible[wish % possible.length]?.(id);
      if (!event) return [];
      events.set(id, [...before, event]);
      return [{ [`order-${id}`]: [event] }];
    });
  });

test('however commits come, the orders are the same bytes', async () => {
  const cases = histories
    .map((history) => commitsOf(...history))
    .chain((commits) => fc.record({ commits: fc.constant(commits), delivery: deliveries(commits) }));
  await fc.assert(
    fc.asyncProperty(cases, async ({ commits, delivery }) => {
      const atOnce = bytes(await delivered(myOrders, [commits]));
      const oneByOne = commits.map((commit) => [commit]);
      expect(bytes(await delivered(myOrders, oneByOne))).toBe(atOnce);
      expect(bytes(await delivered(myOrders, delivery))).toBe(atOnce);
    }),
  );
});
