import type { OrderView } from '@boxoffice/contracts';
import { LocalTime } from '../../../components/local-time.tsx';
import { marks } from '../../../components/marks.tsx';
import { Notice } from '../../../components/notice.tsx';
import { formatMoney } from '../../../lib/format-money.ts';
import { useWords } from '../../../lib/words.ts';
import { Countdown } from './countdown.tsx';
import { EndedOrder } from './ended-order.tsx';
import { MoneyBack } from './money-back.tsx';
import { PaymentUnderWay } from './payment-under-way.tsx';
import { standing } from './standing.ts';

/** How the order stands: what happened, what it means for the money, what to do. */
export function OrderState({ order, now }: { order: OrderView; now: number }) {
  switch (order.status) {
    case 'placed':
      return <Held order={order} now={now} />;
    case 'paying':
      return <PaymentUnderWay order={order} />;
    case 'paid':
      return <Paid order={order} />;
    case 'cancelled':
    case 'expired':
      return <EndedOrder order={order} status={order.status} />;
    case 'refunding':
    case 'refunded':
      return <MoneyBack order={order} status={order.status} />;
  }
}

function Held({ order: { expiresAt, declines, payments }, now }: { order: OrderView; now: number }) {
  const { t } = useWords();
  return (
    <Notice tone="wait">
      <p>{t.rich('order.held', { ...marks, time: () => <LocalTime instant={expiresAt} /> })}</p>
      <Countdown expiresAt={expiresAt} now={now} />
      {payments.length === 0 && <p>{t('order.heldLonger')}</p>}
      {declines > 0 && <p>{t('order.declines', { count: declines })}</p>}
    </Notice>
  );
}

function Paid({ order }: { order: OrderView }) {
  const { t, locale } = useWords();
  const { returned } = standing(order);
  const total = formatMoney(order.total, locale);
  const isLate = order.payments.some(({ status, at }) => status === 'paid' && at > order.expiresAt);
  return (
    <Notice tone="good">
      <p>{t.rich('order.paid', { ...marks, total })}</p>
      {isLate && <p>{t('order.paidLate')}</p>}
      {returned && (
        <p>{t(returned.status === 'refunded' ? 'order.secondRefunded' : 'order.secondRefunding', { total })}</p>
      )}
    </Notice>
  );
}
