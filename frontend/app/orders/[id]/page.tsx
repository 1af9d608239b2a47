import type { Metadata } from 'next';
import { LocalTime } from '../../../components/local-time.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { readable } from '../../../components/readable.tsx';
import { StaleNotice } from '../../../components/stale-notice.tsx';
import { OrderBadge } from '../../../components/status-badge.tsx';
import { api } from '../../../lib/api.ts';
import { formatMoney } from '../../../lib/format-money.ts';
import { known } from '../../../lib/known-id.ts';
import { titled } from '../../../lib/titled.ts';
import { requireViewer } from '../../../lib/viewer.ts';
import { Facts } from '../../tickets/[id]/facts.tsx';
import { CancelForm } from './cancel-form.tsx';
import { OrderState } from './order-state.tsx';
import { PayForm } from './pay-form.tsx';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const id = known((await params).id);
  return titled(async () => `Order: ${(await api.order(id)).ticket.title}`);
}

export default async function OrderPage({ params }: Props) {
  const id = known((await params).id);
  return readable(`/orders/${id}`, async () => {
    await requireViewer(`/orders/${id}`);
    const [order, { methods }] = await Promise.all([api.order(id), api.paymentMethods()]);
    const open = order.status === 'placed';
    const total = formatMoney(order.total);
    return (
      <div className="stack-l">
        <div className="stack">
          <p>
            <PageLink href="/orders">My orders</PageLink>
          </p>
          <h1>{order.ticket.title}</h1>
          <p className="row">
            <OrderBadge status={order.status} />
            <span className="soft small">
              Reserved on <LocalTime instant={order.placedAt} />
            </span>
          </p>
        </div>
        {order.stale && (
          <StaleNotice what="order">
            It may be paid, cancelled or expired by now. Look again later. If you have paid, do not pay again.
          </StaleNotice>
        )}
        <OrderState order={order} now={Date.now()} />
        <div className="with-aside">
          <section className="panel stack" aria-label="What you reserved">
            <Facts show={order.ticket} />
            <p>
              <PageLink href={`/tickets/${order.ticketId}`}>The listing</PageLink>
            </p>
          </section>
          <section className="aside panel stack" aria-labelledby="payment">
            <div>
              <h2 id="payment" className="small soft">
                {order.status === 'paid' ? 'You paid' : open ? 'To pay' : 'Price'}
              </h2>
              <p className="price">{total}</p>
              {open && <p className="small soft">All in: nothing is added.</p>}
            </div>
            <PayForm orderId={id} total={total} methods={methods} idempotencyKey={crypto.randomUUID()} open={open} />
            <CancelForm orderId={id} open={open} />
          </section>
        </div>
      </div>
    );
  });
}
