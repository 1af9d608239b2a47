import type { OrderStatus } from '@boxoffice/contracts';
import type { Metadata } from 'next';
import { LocalTime } from '../../../components/local-time.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { PriceLines } from '../../../components/price-lines.tsx';
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
import { KeepUp } from './keep-up.tsx';
import { lookAgainAfter } from './look-again-after.ts';
import { OrderHistory } from './order-history.tsx';
import { OrderState } from './order-state.tsx';
import { PayForm } from './pay-form.tsx';
import { standing } from './standing.ts';
import { testCardLine } from './test-cards.ts';

interface Props {
  params: Promise<{ id: string }>;
}

const captions: Record<OrderStatus, string> = {
  placed: 'To pay',
  paying: 'Being paid',
  paid: 'You paid',
  cancelled: 'It would have cost',
  expired: 'It would have cost',
  refunding: 'On its way back to you',
  refunded: 'Given back to you',
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const id = known((await params).id);
  return titled(async () => `Order: ${(await api.order(id)).ticket.title}`);
}

export default async function OrderPage({ params }: Props) {
  const id = known((await params).id);
  return readable(`/orders/${id}`, async () => {
    await requireViewer(`/orders/${id}`);
    const [order, { methods }] = await Promise.all([api.order(id), api.paymentMethods()]);
    const { canPay, canCancel, open } = standing(order);
    const now = Date.now();
    const everySeconds = lookAgainAfter(order, now);
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
        <div className="stack">
          {/* Said aloud when it changes while the page is open. */}
          <div aria-live="polite">
            <OrderState order={order} now={now} />
          </div>
          {everySeconds !== undefined && <KeepUp orderId={id} everySeconds={everySeconds} />}
        </div>
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
                {captions[order.status]}
              </h2>
              <p className="price">{total}</p>
            </div>
            <PriceLines cost={order} />
            <PayForm
              orderId={id}
              total={total}
              methods={methods.map((method) => ({ ...method, line: testCardLine(method.id) }))}
              idempotencyKey={crypto.randomUUID()}
              open={canPay}
            />
            <CancelForm orderId={id} open={canCancel} isPaying={open !== undefined} />
          </section>
          <OrderHistory order={order} />
        </div>
      </div>
    );
  });
}
