import type { OrderView } from '@boxoffice/contracts';
import { standing } from './standing.ts';

const MINUTE = 60_000;

/**
 * After how many seconds the page should ask again, if by then something may be otherwise: often at first, then less.
 * What is open when the order has ended may stay so for days, and the page does not wait for it so long.
 */
export function lookAgainAfter(
  order: Pick<OrderView, 'status' | 'payments' | 'changedAt'>,
  now: number,
): number | undefined {
  const { open, returned } = standing(order);
  if (!open && returned?.status !== 'refunding') return undefined;
  const quiet = now - Date.parse(order.changedAt);
  if (quiet < MINUTE) return 3;
  return order.status === 'paying' || quiet < 10 * MINUTE ? 15 : undefined;
}
