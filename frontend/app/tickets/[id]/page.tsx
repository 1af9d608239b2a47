import type { Metadata } from 'next';
import { CalendarLeaf } from '../../../components/calendar-leaf.tsx';
import { LiveChanges } from '../../../components/live/live-changes.tsx';
import { Notice } from '../../../components/notice.tsx';
import { readable } from '../../../components/readable.tsx';
import { StaleNotice } from '../../../components/stale-notice.tsx';
import { TicketBadge } from '../../../components/status-badge.tsx';
import { api } from '../../../lib/api.ts';
import { getWords } from '../../../lib/get-words.ts';
import { known } from '../../../lib/known-id.ts';
import { one, type SearchParams } from '../../../lib/search-params.ts';
import { titled } from '../../../lib/titled.ts';
import { viewer } from '../../../lib/viewer.ts';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';
import { Offer } from './offer.tsx';
import styles from './ticket.module.css';

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
  const done = one(await searchParams, 'done');
  return readable(`/tickets/${id}`, async () => {
    const [ticket, history, market, reader, { t }] = await Promise.all([
      api.ticket(id),
      api.ticketHistory(id),
      api.market(),
      viewer(),
      getWords(),
    ]);
    return (
      <div className="stack-l">
        {(done === 'listed' || done === 'changed') && reader?.id === ticket.sellerId && (
          <div role="status">
            <Notice tone="good">{t(`ticket.${done}`)}</Notice>
          </div>
        )}
        {ticket.stale && <StaleNotice what="ticket" />}
        <div className={styles.head}>
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
          <History items={history.items} hasFee={market.feeBasisPoints > 0} />
        </div>
      </div>
    );
  });
}
