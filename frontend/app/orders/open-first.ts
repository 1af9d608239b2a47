import type { OrderView } from '@boxoffice/contracts';

/** Orders of one page, with those that wait for their buyer before those that wait for nobody. */
export function openFirst(orders: readonly OrderView[]): OrderView[] {
  const rank = ({ status }: OrderView) => (status === 'placed' ? 0 : status === 'paying' ? 1 : 2);
  return orders.toSorted((a, b) => rank(a) - rank(b));
}
