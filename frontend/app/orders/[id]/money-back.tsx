import type { OrderView } from '@boxoffice/contracts';
import { LocalTime } from '../../../components/local-time.tsx';
import { marks } from '../../../components/marks.tsx';
import { Notice } from '../../../components/notice.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { formatMoney } from '../../../lib/format-money.ts';
import { useWords } from '../../../lib/words.ts';
import { standing } from './standing.ts';

interface MoneyBackProps {
  order: OrderView;
  status: 'refunding' | 'refunded';
}

/** The order has its money no more: why, how much goes back, and when it will be there. */
export function MoneyBack({ order, status }: MoneyBackProps) {
  const { t, locale } = useWords();
  const { returned } = standing(order);
  const total = formatMoney(order.total, locale);
  return (
    <Notice tone={status === 'refunded' ? 'good' : 'wait'}>
      <p>
        {t.rich(`order.${status}`, marks)} {returned?.reason && t(`order.because.${returned.reason}`)}
      </p>
      {status === 'refunded' ? (
        <p>
          {returned
            ? t.rich('order.wentBackOn', { total, time: () => <LocalTime instant={returned.at} /> })
            : t('order.wentBack', { total })}{' '}
          <PageLink href={`/?${new URLSearchParams({ q: order.ticket.title })}`}>{t('action.similar')}</PageLink>
        </p>
      ) : (
        <p>{t('order.goesBack', { total })}</p>
      )}
    </Notice>
  );
}
