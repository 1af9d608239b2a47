import type { Metadata } from 'next';
import { KeepUp } from '../../../components/keep-up.tsx';
import { LiveChanges } from '../../../components/live/live-changes.tsx';
import { LocalTime } from '../../../components/local-time.tsx';
import { LookBack } from '../../../components/look-back.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { PriceLines } from '../../../components/price-lines.tsx';
import { readable } from '../../../components/readable.tsx';
import { StaleNotice } from '../../../components/stale-notice.tsx';
import { OrderBadge } from '../../../components/status-badge.tsx';
import { api } from '../../../lib/api.ts';
import { asItWas } from '../../../lib/as-it-was.ts';
import { formatMoney } from '../../../lib/format-money.ts';
import { getWords } from '../../../lib/get-words.ts';
import { known } from '../../../lib/known-id.ts';
import { readMoment } from '../../../lib/read-moment.ts';
import { one, type SearchParams } from '../../../lib/search-params.ts';
import { titled } from '../../../lib/titled.ts';
import { requireViewer } from '../../../lib/viewer.ts';
import { Facts } from '../../tickets/[id]/facts.tsx';
import { CancelForm } from './cancel-form.tsx';

import { lookAgainAfter } from './look-again-after.ts';
import { OrderHistory } from './order-history.tsx';
import { OrderState } from './order-state.tsx';
import { OrderThen } from './order-then.tsx';
import { PayForm } from './pay-form.tsx';
import { standing } from './standing.ts';
import { testCardWords } from './test-cards.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const id = known((await params).id);
  const { t } = await getWords();
  return titled(async () => t('order.title', { title: (await api.order(id)).ticket.title }));
}

export default async function OrderPage({ params, searchParams }: Props) {
  const id = known((await params).id);
  const moment = readMoment(one(await searchParams, 'asOf'));
  return readable(`/orders/${id}`, async () => {
    await requireViewer(`/orders/${id}`);
    const [order, history, then, { methods }, { t, locale }] = await Promise.all([
      api.order(id),
      api.orderHistory(id),
      moment.instant === undefined ? undefined : asItWas(() => api.orderHistory(id, moment.instant)),
      api.paymentMethods(),
      getWords(),
    ]);
    const { canPay, canCancel, open } = standing(order);
    const now = Date.now();
    const everySeconds = lookAgainAfter(order, now);
    const total = formatMoney(order.total, locale);
    return (
      <div className="stack-l">
        <div className="stack">
          <p>
            <PageLink href="/orders">{t('orders.title')}</PageLink>
          </p>
          <h1>
            <bdi>{order.ticket.title}</bdi>
          </h1>
          <p className="row">
            <OrderBadge status={order.status} />
            <span className="soft small">
              {t.rich('order.reservedOn', { time: () => <LocalTime instant={order.placedAt} /> })}
            </span>
          </p>
        </div>
        {order.stale && <StaleNotice what="order" />}
        <div className="stack">
          {/* Said aloud when it changes while the page is open. */}
          <div aria-live="polite">
            <OrderState order={order} now={now} />
          </div>
          <LiveChanges subject="order" tickets={[]} orders />
          {everySeconds !== undefined && <KeepUp address={`/orders/${id}`} everySeconds={everySeconds} />}
        </div>
        <div className="with-aside">
          <section className="panel stack" aria-label={t('order.what')}>
            <Facts show={order.ticket} />
            <p>
              <PageLink href={`/tickets/${order.ticketId}`}>{t('order.listing')}</PageLink>
            </p>
          </section>
          <section className="aside panel stack" aria-labelledby="payment">
            <div>
              <h2 id="payment" className="small soft">
                {t(`order.caption.${order.status}`)}
              </h2>
              <p className="price">{total}</p>
            </div>
            <PriceLines cost={order} />
            <PayForm
              orderId={id}
              total={total}
              methods={methods.map((method) => ({ ...method, ...testCardWords(method.id, t) }))}
              idempotencyKey={crypto.randomUUID()}
              open={canPay}
            />
            <CancelForm orderId={id} open={canCancel} isPaying={open !== undefined} />
          </section>
          <div className="stack-l">
            <OrderHistory history={history} />
            <LookBack address={`/orders/${id}`} moment={moment}>
              {then && <OrderThen order={then.order} />}
            </LookBack>
          </div>
        </div>
      </div>
    );
  });
}
