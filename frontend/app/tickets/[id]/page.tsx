import type { Metadata } from 'next';
import { CalendarLeaf } from '../../../components/calendar-leaf.tsx';
import { LiveChanges } from '../../../components/live/live-changes.tsx';
import { LookBack } from '../../../components/look-back.tsx';
import { Notice } from '../../../components/notice.tsx';
import { Poster } from '../../../components/poster.tsx';
import { readable } from '../../../components/readable.tsx';
import { StaleNotice } from '../../../components/stale-notice.tsx';
import { TicketBadge } from '../../../components/status-badge.tsx';
import { api } from '../../../lib/api.ts';
import { asItWas } from '../../../lib/as-it-was.ts';
import { getWords } from '../../../lib/get-words.ts';
import { known } from '../../../lib/known-id.ts';
import { readMoment } from '../../../lib/read-moment.ts';
import { one, type SearchParams } from '../../../lib/search-params.ts';
import { titled } from '../../../lib/titled.ts';
import { viewer } from '../../../lib/viewer.ts';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';
import { Offer } from './offer.tsx';
import { Others } from './others.tsx';
import { PriceHistory } from './price-history.tsx';
import styles from './ticket.module.css';
import { TicketThen } from './ticket-then.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const id = known((await params).id);
  return titled(async () => (await api.ticket(id)).title);
}

export default async function TicketPage({ params, searchParams }: Props) {
  const id = known((await params).id);
  const query = await searchParams;
  const done = one(query, 'done');
  const moment = readMoment(one(query, 'asOf'));
  return readable(`/tickets/${id}`, async () => {
    const [ticket, history, similar, market, reader, then, { t }] = await Promise.all([
      api.ticket(id),
      api.ticketHistory(id),
      api.similarTickets(id),
      api.market(),
      viewer(),
      moment.instant === undefined ? undefined : asItWas(() => api.ticketHistory(id, moment.instant)),
      getWords(),
    ]);
    const { items: sellers } = await api.searchTickets(new URLSearchParams({ seller: ticket.sellerId, limit: '5' }));
    const { feeBasisPoints } = market;
    return (
      <div className="stack-l">
        {(done === 'listed' || done === 'changed') && reader?.id === ticket.sellerId && (
          <div role="status">
            <Notice tone="good">{t(`ticket.${done}`)}</Notice>
          </div>
        )}
        {ticket.stale && <StaleNotice what="ticket" />}
        <div className={styles.head}>
          <div className={styles.poster}>
            <Poster title={ticket.title} />
          </div>
          <CalendarLeaf show={ticket} />
          <div>
            <h1>
              <bdi>{ticket.title}</bdi>
            </h1>
            <TicketBadge status={ticket.status} />
            <LiveChanges subject="ticket" tickets={[id]} />
          </div>
        </div>
        <div className="with-aside">
          <section className="panel" aria-label={t('ticket.details')}>
            <Facts show={ticket} />
          </section>
          <Offer ticket={ticket} viewer={reader} market={market} />
          <div className="stack-l">
            <PriceHistory prices={history.prices} hasFee={feeBasisPoints > 0} />
            <History items={history.items} hasFee={feeBasisPoints > 0 && history.prices.length < 2} />
            <LookBack address={`/tickets/${id}`} moment={moment}>
              {then && <TicketThen ticket={then.ticket} />}
            </LookBack>
          </div>
        </div>
        <Others id="similar" title={t('ticket.similar')} tickets={similar.items} feeBasisPoints={feeBasisPoints} />
        <Others
          id="seller"
          title={t('ticket.sameSeller')}
          tickets={sellers.filter((other) => other.id !== id)}
          feeBasisPoints={feeBasisPoints}
        />
      </div>
    );
  });
}
