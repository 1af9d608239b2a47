import type { OrderChain } from '@boxoffice/contracts';

/** Whether the order is paid, as far as its steps tell: the market decides. */
export function canRefund({ orderId, steps }: Pick<OrderChain, 'orderId' | 'steps'>): boolean {
  const own = steps.flatMap(({ events }) => events.filter(({ stream }) => stream === `order-${orderId}`));
  const last = own.findLast(({ type }) => type === 'OrderPaid' || type === 'OrderRefundStarted');
  return last?.type === 'OrderPaid';
}
