import type { TicketView } from '@boxoffice/contracts';
import { formatMoney } from '../lib/format-money.ts';
import { formatPlace, formatQuantity, formatSeats } from '../lib/format-ticket.ts';
import { CalendarLeaf } from './calendar-leaf.tsx';
import { PageLink } from './page-link.tsx';
import { ShowMoment } from './show-moment.tsx';
import { TicketBadge } from './status-badge.tsx';
import styles from './ticket-card.module.css';

/** One listing in a list: what, when and where on the ticket, the price on its stub. */
export function TicketCard({ ticket, withStatus = false }: { ticket: TicketView; withStatus?: boolean }) {
  const place = formatPlace(ticket);
  const seats = formatSeats(ticket);
  return (
    <article className={styles.card}>
      <CalendarLeaf show={ticket} />
      <div className={styles.about}>
        <h3>
          <PageLink href={`/tickets/${ticket.id}`}>{ticket.title}</PageLink>
        </h3>
        <p className="small">
          <ShowMoment show={ticket} />
        </p>
        {place && <p className="small soft">{place}</p>}
        {seats && <p className="small soft">{seats}</p>}
      </div>
      <div className={styles.stub}>
        <p className="price">{formatMoney(ticket.price)}</p>
        <p className="small soft">
          {ticket.quantity > 1 ? `for ${formatQuantity(ticket.quantity)}` : formatQuantity(1)}
        </p>
        {(withStatus || ticket.status !== 'available') && <TicketBadge status={ticket.status} />}
      </div>
    </article>
  );
}
