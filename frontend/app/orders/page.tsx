import { Empty } from '../../components/empty.tsx';
import { LiveChanges } from '../../components/live/live-changes.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { Pager } from '../../components/pager.tsx';
import { readable } from '../../components/readable.tsx';
import { api } from '../../lib/api.ts';
import { getWords, pageTitle } from '../../lib/get-words.ts';
import { pageOf, type SearchParams } from '../../lib/search-params.ts';
import { requireViewer } from '../../lib/viewer.ts';
import { openFirst } from './open-first.ts';
import { OrderCard } from './order-card.tsx';

export const generateMetadata = pageTitle((t) => t('orders.title'));

export default async function OrdersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const query = pageOf(await searchParams);
  return readable('/orders', async () => {
    await requireViewer('/orders');
    const [{ items, nextCursor }, { t }] = await Promise.all([api.orders(query), getWords()]);
    return (
      <div className="medium stack-l">
        <h1>{t('orders.title')}</h1>
        <LiveChanges subject="list" tickets={[]} orders />
        {items.length === 0 ? (
          <Empty title={t('orders.none')}>
            <p>{t('orders.noneMore')}</p>
            <p>
              <PageLink className="button primary" href="/">
                {t('action.browse')}
              </PageLink>
            </p>
          </Empty>
        ) : (
          <ul className="stack">
            {openFirst(items).map((order) => (
              <li key={order.id}>
                <OrderCard order={order} />
              </li>
            ))}
          </ul>
        )}
        <Pager
          first={query.has('cursor') ? '/orders' : undefined}
          next={nextCursor && `/orders?${new URLSearchParams({ cursor: nextCursor })}`}
        />
      </div>
    );
  });
}
