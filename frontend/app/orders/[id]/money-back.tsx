import type { OrderView } from '@boxoffice/contracts';
import { LocalTime } from '../../../components/local-time.tsx';
import { Notice } from '../../../components/notice.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { formatMoney } from '../../../lib/format-money.ts';
import { standing } from './standing.ts';

const reasons = {
  late: 'Your payment came when the order had ended, and by then you could not have the ticket any more.',
  operator: 'The market undid this sale, so the ticket is not yours any more.',
};

/** The order has its money no more: why, how much goes back, and when it will be there. */
export function MoneyBack({ order }: { order: OrderView }) {
  const { returned } = standing(order);
  const total = formatMoney(order.total);
  return (
    <Notice tone={order.status === 'refunded' ? 'good' : 'wait'}>
      <p>
        <strong>
          {order.status === 'refunded' ? 'All of your money was given back.' : 'All of your money is on its way back.'}
        </strong>{' '}
        {returned?.reason && reasons[returned.reason]}
      </p>
      {order.status === 'refunded' ? (
        <p>
          {total} went back the way it came
          {returned && (
            <>
              {' '}
              on <LocalTime instant={returned.at} />
            </>
          )}
          . Your bank may take a few days to show it.{' '}
          <PageLink href={`/?${new URLSearchParams({ q: order.ticket.title })}`}>Look for others like it</PageLink>
        </p>
      ) : (
        <p>{total} goes back the way it came. You need not do anything.</p>
      )}
    </Notice>
  );
}
