import type { OrderView } from '@boxoffice/contracts';
import { LocalTime } from '../../../components/local-time.tsx';
import { Notice } from '../../../components/notice.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { Countdown } from './countdown.tsx';
import { LookAgain } from './look-again.tsx';

/** How the order stands: what happened, what it means for the money, what to do. */
export function OrderState({ order, now }: { order: OrderView; now: number }) {
  switch (order.status) {
    case 'placed':
      return (
        <Notice tone="wait">
          <p>
            <strong>The ticket is held for you</strong> until <LocalTime instant={order.expiresAt} />. Pay before then;
            after that it is for sale again.
          </p>
          <Countdown expiresAt={order.expiresAt} now={now} />
          {order.declines > 0 && (
            <p>
              {order.declines === 1 ? 'One payment was' : `${order.declines} payments were`} declined. No money was
              taken: choose another way to pay.
            </p>
          )}
        </Notice>
      );
    case 'paying':
      return (
        <Notice tone="wait">
          <p>
            <strong>Your payment is on its way.</strong> The ticket stays yours until the outcome is known. Do not pay
            again.
          </p>
          <p>
            <a href={`/orders/${order.id}`}>Look again</a>
          </p>
          <LookAgain />
        </Notice>
      );
    case 'paid':
      return (
        <Notice tone="good">
          <strong>Paid. The ticket is yours.</strong> Enjoy the show!
        </Notice>
      );
    case 'cancelled':
      return (
        <Notice>
          <strong>You cancelled this order.</strong> No money was taken.{' '}
          <PageLink href={`/tickets/${order.ticketId}`}>See whether the ticket is still for sale</PageLink>
        </Notice>
      );
    case 'expired':
      return (
        <Notice>
          <strong>The time to pay ran out.</strong> No money was taken.{' '}
          <PageLink href={`/tickets/${order.ticketId}`}>See whether the ticket is still for sale</PageLink>
        </Notice>
      );
  }
}
