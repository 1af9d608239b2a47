import type { TicketHistoryReply } from '@boxoffice/contracts';
import { Timeline } from '../../../components/timeline.tsx';
import { formatMoney } from '../../../lib/format-money.ts';
import { useWords } from '../../../lib/words.ts';

interface HistoryProps extends Pick<TicketHistoryReply, 'items'> {
  /** Whether buyers pay more than the prices in it, and nothing before it has said so. */
  hasFee: boolean;
}

/** What happened to the listing, the latest first. */
export function History({ items, hasFee }: HistoryProps) {
  const { t, locale } = useWords();
  const entries = items
    // What was committed together has one position, and keeps its order.
    .toSorted((a, b) => a.position - b.position)
    .toReversed()
    .map(({ position, what, price, at }) => ({
      key: `${position}-${what}`,
      what: t(`history.${what}`),
      more: price && formatMoney(price, locale),
      at,
    }));
  return (
    <section aria-labelledby="history" className="stack">
      <h2 id="history">{t('history.title')}</h2>
      {hasFee && <p className="small soft">{t('history.beforeFee')}</p>}
      <Timeline entries={entries} />
    </section>
  );
}
