import { Empty } from '../../components/empty.tsx';
import { LiveChanges } from '../../components/live/live-changes.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { Pager } from '../../components/pager.tsx';
import { readable } from '../../components/readable.tsx';
import { TicketList } from '../../components/ticket-list.tsx';
import { api } from '../../lib/api.ts';
import { formatPercent } from '../../lib/format-percent.ts';
import { getWords, pageTitle } from '../../lib/get-words.ts';
import { pageOf, type SearchParams } from '../../lib/search-params.ts';
import { requireViewer } from '../../lib/viewer.ts';
import { Totals } from './totals.tsx';

export const generateMetadata = pageTitle((t) => t('sales.title'));

export default async function SalesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const query = pageOf(await searchParams);
  return readable('/sales', async () => {
    await requireViewer('/sales');
    const [{ items, nextCursor, totals }, { feeBasisPoints }, { t, locale }] = await Promise.all([
      api.sales(query),
      api.market(),
      getWords(),
    ]);
    return (
      <div className="medium stack-l">
        <PageHeader
          title={t('sales.title')}
          actions={
            items.length > 0 && (
              <PageLink className="button" href="/tickets/new">
                {t('action.sell')}
              </PageLink>
            )
          }
        />
        <LiveChanges subject="list" tickets={[]} orders />
        {items.length === 0 ? (
          <Empty title={t('sales.none')}>
            <p>{t('sales.noneMore')}</p>
            <p>
              <PageLink className="button primary" href="/tickets/new">
                {t('action.sell')}
              </PageLink>
            </p>
          </Empty>
        ) : (
          <>
            <Totals totals={totals} />
            {feeBasisPoints > 0 && (
              <p className="soft">{t('sales.fee', { percent: formatPercent(feeBasisPoints, locale) })}</p>
            )}
            <h2 className="visually-hidden">{t('sales.listings')}</h2>
            <TicketList tickets={items} to="seller" feeBasisPoints={feeBasisPoints} />
          </>
        )}
        <Pager
          first={query.has('cursor') ? '/sales' : undefined}
          next={nextCursor && `/sales?${new URLSearchParams({ cursor: nextCursor })}`}
        />
      </div>
    );
  });
}
