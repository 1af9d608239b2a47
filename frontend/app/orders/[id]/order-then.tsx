import type { OrderView } from '@boxoffice/contracts';
import { OrderBadge } from '../../../components/status-badge.tsx';
import { formatMoney } from '../../../lib/format-money.ts';
import { useWords } from '../../../lib/words.ts';

/** An order as it was at a moment. */
export function OrderThen({ order: { status, total } }: { order: OrderView }) {
  const { t, locale } = useWords();
  return (
    <p>
      <OrderBadge status={status} /> {t(`order.caption.${status}`)} {formatMoney(total, locale)}
    </p>
  );
}
