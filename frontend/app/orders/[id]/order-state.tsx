import type { OrderView } from '@boxoffice/contracts';
import { LocalTime } from '../../../components/local-time.tsx';
import { Notice } from '../../../components/notice.tsx';
import { formatMoney } from '../../../lib/format-money.ts';
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
      return <MoneyBack order={order} />;
  }
}

function Held({ order: { expiresAt, declines, payments }, now }: { order: OrderView; now: number }) {
  return (
    <Notice tone="wait">
      <p>
        <strong>The ticket is held for you</strong> until <LocalTime instant={expiresAt} />. Pay before then; after that
        it is for sale again.
      </p>
      <Countdown expiresAt={expiresAt} now={now} />
      {payments.length === 0 && <p>If little time is left when you begin to pay, the hold is made longer for it.</p>}
      {declines > 0 && (
        <p>
          {declines === 1 ? 'One payment was' : `${declines} payments were`} declined. No money was taken: choose
          another way to pay.
        </p>
      )}
    </Notice>
  );
}

function Paid({ order }: { order: OrderView }) {
  const { returned } = standing(order);
  const total = formatMoney(order.total);
  const isLate = order.payments.some(({ status, at }) => status === 'paid' && at > order.expiresAt);
  return (
    <Notice tone="good">
      <p>
        <strong>Paid. The ticket is yours.</strong> {total} was taken. Enjoy the show!
      </p>
      {isLate && <p>The payment came when the hold had ended, and the ticket was still free.</p>}
      {returned && (
        <p>
          Another payment for it came in as well.{' '}
          {returned.status === 'refunded'
            ? `All of it, ${total}, was given back to you.`
            : `All of it, ${total}, is on its way back to you. You need not do anything.`}
        </p>
      )}
    </Notice>
  );
}
