import type { OrderView } from '@boxoffice/contracts';
import { LocalTime } from '../../../components/local-time.tsx';
import { marks } from '../../../components/marks.tsx';
import { Notice } from '../../../components/notice.tsx';
import { formatMoney } from '../../../lib/format-money.ts';
import { useWords } from '../../../lib/words.ts';
import { standing } from './standing.ts';

/** The outcome is not known: nothing is promised but what happens in each case. */
export function PaymentUnderWay({ order }: { order: OrderView }) {
  const { t, locale } = useWords();
  const values = {
    ...marks,
    total: formatMoney(order.total, locale),
    time: () => <LocalTime instant={order.expiresAt} />,
  };
  const isDelayed = standing(order).open?.status === 'delayed';
  return (
    <Notice tone="wait">
      <p>{t.rich(isDelayed ? 'order.delayed' : 'order.underWay', values)}</p>
      <p>{t(isDelayed ? 'order.delayedAdvice' : 'order.doNotPayAgain')}</p>
    </Notice>
  );
}
