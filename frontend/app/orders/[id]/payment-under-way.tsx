import type { OrderView } from '@boxoffice/contracts';
import { LocalTime } from '../../../components/local-time.tsx';
import { Notice } from '../../../components/notice.tsx';
import { formatMoney } from '../../../lib/format-money.ts';
import { LateMoney } from './late-money.tsx';
import { standing } from './standing.ts';

/** The outcome is not known: nothing is promised but what happens in each case. */
export function PaymentUnderWay({ order }: { order: OrderView }) {
  const total = formatMoney(order.total);
  const held = <LocalTime instant={order.expiresAt} />;
  if (standing(order).open?.status !== 'delayed') {
    return (
      <Notice tone="wait">
        <p>
          <strong>Your payment is under way.</strong> We asked for {total} and wait for the answer. Until it is here,
          the ticket is neither paid nor lost: it is held for you until {held}.
        </p>
        <p>Do not pay again.</p>
      </Notice>
    );
  }
  return (
    <Notice tone="wait">
      <p>
        <strong>Your bank takes its time.</strong> It has the payment of {total} and has not said yet whether it goes
        through. The ticket is held for you until {held}.
      </p>
      <p>
        You can wait, or cancel the order. If the money is taken after the order has ended, <LateMoney />
      </p>
    </Notice>
  );
}
