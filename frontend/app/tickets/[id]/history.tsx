import type { TicketHistoryReply } from '@boxoffice/contracts';
import { Timeline } from '../../../components/timeline.tsx';
import { formatMoney } from '../../../lib/format-money.ts';

type Entry = TicketHistoryReply['items'][number];

const words: Record<Entry['what'], string> = {
  listed: 'Listed',
  repriced: 'Price changed',
  changed: 'Details changed',
  withdrawn: 'Withdrawn by the seller',
  reserved: 'Reserved by a buyer',
  extended: 'Held longer, as the buyer began to pay',
  released: 'For sale again',
  sold: 'Sold',
  returned: 'For sale again, as the sale was undone',
};

interface HistoryProps extends Pick<TicketHistoryReply, 'items'> {
  /** Whether buyers pay more than the prices in it. */
  hasFee: boolean;
}

/** What happened to the listing, the latest first. */
export function History({ items, hasFee }: HistoryProps) {
  const entries = items
    // What was committed together has one position, and keeps its order.
    .toSorted((a, b) => a.position - b.position)
    .toReversed()
    .map(({ position, what, price, at }) => ({
      key: `${position}-${what}`,
      what: words[what],
      more: price && formatMoney(price),
      at,
    }));
  return (
    <section aria-labelledby="history" className="stack">
      <h2 id="history">History</h2>
      {hasFee && <p className="small soft">Prices here are what the seller asked, before the service fee.</p>}
      <Timeline entries={entries} />
    </section>
  );
}
