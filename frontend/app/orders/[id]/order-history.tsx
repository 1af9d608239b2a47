import type { OrderHistoryReply } from '@boxoffice/contracts';
import { Timeline } from '../../../components/timeline.tsx';
import { formatMoney } from '../../../lib/format-money.ts';
import { useWords } from '../../../lib/words.ts';
import { stepWords } from './step-words.ts';

/** Each step of the order and of its money, the latest first. */
export function OrderHistory({ history: { items, order } }: { history: OrderHistoryReply }) {
  const { t, locale } = useWords();
  const paidBy = items.find(({ what }) => what === 'paid')?.paymentId;
  const circumstances = { total: formatMoney(order.total, locale), paidBy };
  const entries = items
    .map((step) => ({ key: `${step.position}-${step.what}`, ...stepWords(step, circumstances, t), at: step.at }))
    .toReversed();
  return (
    <section aria-labelledby="history" className="stack">
      <h2 id="history">{t('order.history')}</h2>
      <Timeline entries={entries} />
    </section>
  );
}
