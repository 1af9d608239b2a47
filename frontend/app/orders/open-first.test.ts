import type { OrderStatus, OrderView } from '@boxoffice/contracts';
import { expect, test } from 'vitest';
import { openFirst } from './open-first.ts';

test('what is to be paid comes first, the rest keeps its order', () => {
  const statuses: OrderStatus[] = ['paid', 'paying', 'expired', 'placed', 'cancelled', 'placed'];
  const orders = statuses.map((status, index) => ({ status, id: `${index}` }) as OrderView);
  expect(openFirst(orders).map(({ id }) => id)).toEqual(['3', '5', '1', '0', '2', '4']);
});
