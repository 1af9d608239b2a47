import type { OrderHistoryEntry } from '@boxoffice/contracts';
import { expect, test } from 'vitest';
import { english } from '../../../lib/testing/words.ts';
import { stepWords } from './step-words.ts';

const first = '9a700000-0000-4000-8000-000000000001';
const second = '9a700000-0000-4000-8000-000000000002';

test.each<[OrderHistoryEntry['what'], OrderHistoryEntry['reason'], string | undefined, string]>([
  ['placed', undefined, undefined, 'Reserved'],
  ['payment-started', undefined, undefined, 'Payment begun'],
  ['extended', undefined, undefined, 'Held longer, so that there is time to pay'],
  ['payment-delayed', undefined, undefined, 'The bank takes its time'],
  ['payment-declined', undefined, undefined, 'Payment declined · no money was taken'],
  ['paid', undefined, first, 'Paid · €52.50'],
  ['cancelled', undefined, undefined, 'Cancelled by you'],
  ['expired', undefined, undefined, 'The time to pay ran out'],
  ['refund-started', 'late', undefined, 'Money on its way back · €52.50, it came too late'],
  ['refund-started', 'late', second, 'Money on its way back · €52.50, paid twice'],
  ['refund-started', 'operator', first, 'Money on its way back · €52.50, the sale was undone'],
  ['refunded', undefined, first, 'Money given back · €52.50'],
])('%s (%s), paid by %s: %s', (what, reason, paidBy, line) => {
  const words = stepWords({ what, reason, paymentId: first }, { total: '€52.50', paidBy }, english.t);
  expect([words.what, words.more].filter(Boolean).join(' · ')).toBe(line);
});
