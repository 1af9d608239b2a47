import type { OrderView } from '@boxoffice/contracts';
import { useTranslations } from 'next-intl';
import { marks } from '../../../components/marks.tsx';
import { Notice } from '../../../components/notice.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { standing } from './standing.ts';

interface EndedOrderProps {
  order: OrderView;
  status: 'cancelled' | 'expired';
}

/** It came to nothing, or so it seems: a payment that was under way then may be taken yet. */
export function EndedOrder({ order, status }: EndedOrderProps) {
  const t = useTranslations();
  if (!standing(order).open) {
    return (
      <Notice>
        {t.rich(`order.${status}`, marks)} {t('order.nothingTaken')}{' '}
        <PageLink href={`/tickets/${order.ticketId}`}>{t('order.seeTicket')}</PageLink>
      </Notice>
    );
  }
  return (
    <Notice tone="wait">
      <p>
        {t.rich(`order.${status}`, marks)} {t('order.stillOpen')}
      </p>
      <p>{t('order.stillOpenAdvice')}</p>
    </Notice>
  );
}
