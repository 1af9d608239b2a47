import type { OrderPayment, OrderStatus } from '@boxoffice/contracts';
import { expect, test } from 'vitest';
import { english } from '../../../lib/testing/words.ts';
import { paymentWords } from './payment-words.ts';

test.each<[OrderStatus, OrderPayment['status'], OrderPayment['reason'], string]>([
  ['paying', 'under-way', undefined, 'Payment begun · waiting for the answer'],
  ['expired', 'under-way', undefined, 'Payment begun · no outcome known'],
  ['paying', 'delayed', undefined, 'The bank takes its time · no answer yet'],
  ['cancelled', 'delayed', undefined, 'The bank takes its time · no outcome known'],
  ['placed', 'declined', undefined, 'Payment declined · no money was taken'],
  ['paid', 'paid', undefined, 'Paid · €52.50'],
  ['refunding', 'refunding', 'late', 'Money on its way back · €52.50, it came too late'],
  ['refunding', 'refunding', 'operator', 'Money on its way back · €52.50, the sale was undone'],
  ['refunded', 'refunded', 'late', 'Money given back · €52.50, it came too late'],
  ['refunded', 'refunded', 'operator', 'Money given back · €52.50, the sale was undone'],
  ['paid', 'refunded', 'late', 'Money given back · €52.50, paid twice'],
])('of an order that is %s, a payment that is %s (%s): %s', (order, status, reason, line) => {
  const { what, more } = paymentWords({ status, reason }, { order, total: '€52.50' }, english.t);
  expect([what, more].join(' · ')).toBe(line);
});
