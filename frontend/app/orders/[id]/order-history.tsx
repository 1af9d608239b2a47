import type { OrderView } from '@boxoffice/contracts';
import { Timeline, type TimelineEntry } from '../../../components/timeline.tsx';
import { formatMoney } from '../../../lib/format-money.ts';
import { paymentWords } from './payment-words.ts';

/** What happened to the order and its money, the latest first. */
export function OrderHistory({ order }: { order: OrderView }) {
  const { status, placedAt, changedAt, payments } = order;
  const circumstances = { order: status, total: formatMoney(order.total) };
  const entries: TimelineEntry[] = [
    { key: 'placed', what: 'Reserved', at: placedAt },
    ...payments.map((payment) => ({ key: payment.id, ...paymentWords(payment, circumstances), at: payment.at })),
  ];
  if (status === 'cancelled') entries.push({ key: status, what: 'Cancelled by you', at: changedAt });
  if (status === 'expired') entries.push({ key: status, what: 'The time to pay ran out', at: changedAt });
  return (
    <section aria-labelledby="history" className="stack">
      <h2 id="history">What happened</h2>
      <Timeline entries={entries.toReversed()} />
    </section>
  );
}
