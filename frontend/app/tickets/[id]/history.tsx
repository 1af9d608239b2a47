import type { TicketHistoryReply } from '@boxoffice/contracts';
import { LocalTime } from '../../../components/local-time.tsx';
import { formatMoney } from '../../../lib/format-money.ts';
import styles from './ticket.module.css';

type Entry = TicketHistoryReply['items'][number];

const words: Record<Entry['what'], string> = {
  listed: 'Listed',
  repriced: 'Price changed',
  changed: 'Details changed',
  withdrawn: 'Withdrawn by the seller',
  reserved: 'Reserved by a buyer',
  released: 'For sale again',
  sold: 'Sold',
};

/** What happened to the listing, the latest first. */
export function History({ items }: TicketHistoryReply) {
  return (
    <section aria-labelledby="history" className="stack">
      <h2 id="history">History</h2>
      <ol className={styles.history} reversed>
        {items
          .toSorted((a, b) => b.position - a.position)
          .map((entry) => (
            <li key={`${entry.position}-${entry.what}`}>
              <p>
                <strong>{words[entry.what]}</strong>
                {entry.price && ` · ${formatMoney(entry.price)}`}
              </p>
              <p className="small soft">
                <LocalTime instant={entry.at} />
              </p>
            </li>
          ))}
      </ol>
    </section>
  );
}
