import type { TicketDetails, TicketView } from '@boxoffice/contracts';
import { costAt } from '../lib/cost.ts';
import { formatMoney } from '../lib/format-money.ts';
import { formatPlace, formatSeats } from '../lib/format-ticket.ts';
import { useWords } from '../lib/words.ts';
import { CalendarLeaf } from './calendar-leaf.tsx';
import { PageLink } from './page-link.tsx';
import { Poster } from './poster.tsx';
import { ShowMoment } from './show-moment.tsx';
import { TicketBadge } from './status-badge.tsx';
import styles from './ticket-card.module.css';
import { ViewerMoment } from './viewer-moment.tsx';

export interface TicketCardProps {
  /** One that is not listed yet has no id, and no page that its card leads to. */
  ticket: TicketDetails & Pick<TicketView, 'price' | 'status'> & { id?: string };
  /** Its buyer sees what is to pay in all, its seller what is to get. */
  to: 'buyer' | 'seller';
  feeBasisPoints: number;
}

/** One listing in a list: what, when and where on the ticket, the price on its stub. */
export function TicketCard({ ticket, to, feeBasisPoints }: TicketCardProps) {
  const { t, locale } = useWords();
  const { price, fee, total } = costAt(ticket.price, feeBasisPoints);
  const place = formatPlace(ticket);
  const seats = formatSeats(ticket, t);
  return (
    <article className={styles.card}>
      <div className={styles.picture}>
        <Poster title={ticket.title} />
        <CalendarLeaf show={ticket} />
      </div>
      <div className={styles.about}>
        <h3>
          {ticket.id === undefined ? (
            <bdi>{ticket.title}</bdi>
          ) : (
            <PageLink href={`/tickets/${ticket.id}`}>
              <bdi>{ticket.title}</bdi>
            </PageLink>
          )}
        </h3>
        <p className="small">
          <ShowMoment show={ticket} />{' '}
          {ticket.startsAt && ticket.timeZone && <ViewerMoment instant={ticket.startsAt} timeZone={ticket.timeZone} />}
        </p>
        {place && <p className="small soft">{place}</p>}
        {seats && <p className="small soft">{seats}</p>}
      </div>
      <div className={styles.stub}>
        <p className="price">{formatMoney(to === 'seller' ? price : total, locale)}</p>
        <p className="small soft">
          {t(ticket.quantity > 1 ? 'show.forTickets' : 'show.tickets', { count: ticket.quantity })}
        </p>
        {to === 'seller' && ticket.status === 'available' && fee.amount > 0 && (
          <p className={`small soft ${styles.more}`}>
            <span>{t('price.withFee', { fee: formatMoney(fee, locale) })}</span>{' '}
            <span>{t('price.buyersPay', { total: formatMoney(total, locale) })}</span>
          </p>
        )}
        {(to === 'seller' || ticket.status !== 'available') && <TicketBadge status={ticket.status} />}
      </div>
    </article>
  );
}
