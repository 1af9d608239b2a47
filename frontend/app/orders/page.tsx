import type { Metadata } from 'next';
import { Empty } from '../../components/empty.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { Pager } from '../../components/pager.tsx';
import { readable } from '../../components/readable.tsx';
import { api } from '../../lib/api.ts';
import { pageOf, type SearchParams } from '../../lib/search-params.ts';
import { requireViewer } from '../../lib/viewer.ts';
import { OrderCard } from './order-card.tsx';

export const metadata: Metadata = { title: 'My orders' };

export default async function OrdersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const query = pageOf(await searchParams);
  return readable('/orders', async () => {
    await requireViewer('/orders');
    const { items, nextCursor } = await api.orders(query);
    return (
      <div className="medium stack-l">
        <h1>My orders</h1>
        {items.length === 0 ? (
          <Empty title="You have not reserved anything yet">
            <p>When you reserve a ticket, it shows here with the time you have to pay for it.</p>
            <p>
              <PageLink className="button primary" href="/">
                Browse tickets
              </PageLink>
            </p>
          </Empty>
        ) : (
          <ul className="stack">
            {items.map((order) => (
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
