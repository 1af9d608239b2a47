import { stateOf } from '@boxoffice/common/testing';
import {
  OrderCancelled,
  type OrderEvent,
  OrderExpired,
  OrderPaid,
  OrderPaymentDeclined,
  OrderPaymentDelayed,
  OrderPaymentStarted,
  OrderPlaced,
  OrderRefunded,
  OrderRefundStarted,
} from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import fc from 'fast-check';
import { order } from '../order/order.ts';
import type { MyOrder } from './projection.ts';

type Payment = MyOrder['payments'][number]['status'];

/** What may happen next to an order, and to each payment of it. */
function choicesOf(orderId: string, before: readonly OrderEvent[]): OrderEvent[] {
  const status = stateOf(order, before)?.status;
  if (!status) return [sampleOf(OrderPlaced, { orderId })];
  const payments = paymentsOf(before);
  const paymentId = `9a700000-0000-4000-8000-00000000000${payments.size}`;
  const ids = { orderId };
  const choices: OrderEvent[] = [...payments].flatMap(([paymentId, step]) =>
    ofPayment({ orderId, paymentId }, step, status),
  );
  if (status === 'placed' && payments.size < 3)
    choices.push(sampleOf(OrderPaymentStarted, { orderId, paymentId }), sampleOf(OrderCancelled, ids));
  if (status === 'placed' || status === 'paying') choices.push(sampleOf(OrderExpired, ids));
  return choices;
}

function ofPayment(
  ids: { orderId: string; paymentId: string },
  step: Payment,
  status: MyOrder['status'],
): OrderEvent[] {
  const isEnded = !['placed', 'paying'].includes(status);
  const isPaid = ['paid', 'refunding', 'refunded'].includes(status);
  const late = sampleOf(OrderRefundStarted, { ...ids, reason: 'late' });
  const succeeds = isPaid ? [late] : [sampleOf(OrderPaid, ids), ...(isEnded ? [late] : [])];
  switch (step) {
    case 'under-way':
      return [sampleOf(OrderPaymentDelayed, ids), sampleOf(OrderPaymentDeclined, ids), ...succeeds];
    case 'delayed':
      return [sampleOf(OrderPaymentDeclined, ids), ...succeeds];
    case 'declined':
      return succeeds;
    case 'paid':
      return [sampleOf(OrderRefundStarted, { ...ids, reason: 'operator' })];
    case 'refunding':
      return [sampleOf(OrderRefunded, ids)];
    case 'refunded':
      return [];
  }
}

const steps = {
  OrderPaymentStarted: 'under-way',
  OrderPaymentDelayed: 'delayed',
  OrderPaymentDeclined: 'declined',
  OrderPaid: 'paid',
  OrderRefundStarted: 'refunding',
  OrderRefunded: 'refunded',
} as const;

/** The last step of each payment. */
export function paymentsOf(events: readonly OrderEvent[]): Map<string, Payment> {
  return new Map(
    events.flatMap(({ type, data }) =>
      'paymentId' in data && type in steps ? [[data.paymentId, steps[type as keyof typeof steps]]] : [],
    ),
  );
}

const idOf = (number: number) => `0d3e7000-0000-4000-8000-00000000000${number}`;

/** What may happen to two orders: everything in an order in which it can. */
export const histories = fc
  .array(fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 59 })), { minLength: 1, maxLength: 40, size: 'max' })
  .map((wishes) => {
    const events = new Map<string, OrderEvent[]>();
    const history = wishes.flatMap(([number, wish]) => {
      const id = idOf(number);
      const before = events.get(id) ?? [];
      const possible = choicesOf(id, before);
      const event = possible[wish % possible.length];
      if (!event) return [];
      events.set(id, [...before, event]);
      return [{ [`order-${id}`]: [event] }];
    });
    return { history, events };
  });
