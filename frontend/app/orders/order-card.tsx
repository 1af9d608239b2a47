import type { OrderView } from '@boxoffice/contracts';
import { CalendarLeaf } from '../../components/calendar-leaf.tsx';
import { LocalTime } from '../../components/local-time.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { Poster } from '../../components/poster.tsx';
import { ShowMoment } from '../../components/show-moment.tsx';
import { OrderBadge } from '../../components/status-badge.tsx';
import styles from '../../components/ticket-card.module.css';
import { ViewerMoment } from '../../components/viewer-moment.tsx';
import { formatMoney } from '../../lib/format-money.ts';
import { formatPlace } from '../../lib/format-ticket.ts';
import { useWords } from '../../lib/words.ts';

export function OrderCard({ order }: { order: OrderView }) {
  const { t, locale } = useWords();
  const { ticket } = order;
  const place = formatPlace(ticket);
  return (
    <article className={styles.card}>
      <div className={styles.picture}>
        <Poster title={ticket.title} />
        <CalendarLeaf show={ticket} />
      </div>
      <div className={styles.about}>
        <h2>
          <PageLink href={`/orders/${order.id}`}>
            <bdi>{ticket.title}</bdi>
          </PageLink>
        </h2>
        <p className="small">
          <ShowMoment show={ticket} />{' '}
          {ticket.startsAt && ticket.timeZone && <ViewerMoment instant={ticket.startsAt} timeZone={ticket.timeZone} />}
        </p>
        {place && <p className="small soft">{place}</p>}
        {order.status === 'placed' && (
          <p className="small">{t.rich('orders.payBy', { time: () => <LocalTime instant={order.expiresAt} /> })}</p>
        )}
      </div>
      <div className={styles.stub}>
        <p className="price">{formatMoney(order.total, locale)}</p>
        <OrderBadge status={order.status} />
      </div>
    </article>
  );
}
