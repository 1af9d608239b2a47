import type { OrderView } from '@boxoffice/contracts';
import { Timeline, type TimelineEntry } from '../../../components/timeline.tsx';
import { formatMoney } from '../../../lib/format-money.ts';
import { useWords } from '../../../lib/words.ts';
import { paymentWords } from './payment-words.ts';

/** What happened to the order and its money, the latest first. */
export function OrderHistory({ order }: { order: OrderView }) {
  const { t, locale } = useWords();
  const { status, placedAt, changedAt, payments } = order;
  const circumstances = { order: status, total: formatMoney(order.total, locale) };
  const entries: TimelineEntry[] = [
    { key: 'placed', what: t('order.reserved'), at: placedAt },
    ...payments.map((payment) => ({ key: payment.id, ...paymentWords(payment, circumstances, t), at: payment.at })),
  ];
  if (status === 'cancelled') entries.push({ key: status, what: t('order.cancelledByYou'), at: changedAt });
  if (status === 'expired') entries.push({ key: status, what: t('order.ranOut'), at: changedAt });
  return (
    <section aria-labelledby="history" className="stack">
      <h2 id="history">{t('order.history')}</h2>
      <Timeline entries={entries.toReversed()} />
    </section>
  );
}
