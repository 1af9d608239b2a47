import type { Metadata } from 'next';
import { Empty } from '../../components/empty.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { Pager } from '../../components/pager.tsx';
import { readable } from '../../components/readable.tsx';
import { TicketList } from '../../components/ticket-list.tsx';
import { api } from '../../lib/api.ts';
import { formatPercent } from '../../lib/format-percent.ts';
import { pageOf, type SearchParams } from '../../lib/search-params.ts';
import { requireViewer } from '../../lib/viewer.ts';

export const metadata: Metadata = { title: 'My sales' };

export default async function SalesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const query = pageOf(await searchParams);
  return readable('/sales', async () => {
    await requireViewer('/sales');
    const [{ items, nextCursor }, { feeBasisPoints }] = await Promise.all([api.sales(query), api.market()]);
    return (
      <div className="medium stack-l">
        <div className="row">
          <h1>My sales</h1>
          {items.length > 0 && (
            <PageLink className="button" href="/tickets/new">
              Sell a ticket
            </PageLink>
          )}
        </div>
        {items.length === 0 ? (
          <Empty title="You have not listed anything yet">
            <p>What you sell shows here: for sale, reserved, sold or withdrawn.</p>
            <p>
              <PageLink className="button primary" href="/tickets/new">
                Sell a ticket
              </PageLink>
            </p>
          </Empty>
        ) : (
          <>
            {feeBasisPoints > 0 && (
              <p className="soft">
                You get the price that you ask, all of it. The service fee of {formatPercent(feeBasisPoints)} comes on
                top, and the buyer pays it.
              </p>
            )}
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
