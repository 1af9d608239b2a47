import type { OrderView } from '@boxoffice/contracts';
import { Notice } from '../../../components/notice.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { LateMoney } from './late-money.tsx';
import { standing } from './standing.ts';

const ends = { cancelled: 'You cancelled this order.', expired: 'The time to pay ran out.' };

interface EndedOrderProps {
  order: OrderView;
  status: keyof typeof ends;
}

/** It came to nothing, or so it seems: a payment that was under way then may be taken yet. */
export function EndedOrder({ order, status }: EndedOrderProps) {
  if (!standing(order).open) {
    return (
      <Notice>
        <strong>{ends[status]}</strong> No money was taken.{' '}
        <PageLink href={`/tickets/${order.ticketId}`}>See whether the ticket is still for sale</PageLink>
      </Notice>
    );
  }
  return (
    <Notice tone="wait">
      <p>
        <strong>{ends[status]}</strong> A payment was still under way, and we have not heard that it was taken.
      </p>
      <p>
        If it is taken after all, <LateMoney />
      </p>
    </Notice>
  );
}
