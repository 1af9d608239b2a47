import type { TicketView } from '@boxoffice/contracts';
import { TicketBadge } from '../../../components/status-badge.tsx';
import { formatMoney } from '../../../lib/format-money.ts';
import { useWords } from '../../../lib/words.ts';

/** A ticket as it was at a moment. */
export function TicketThen({ ticket: { title, status, price } }: { ticket: TicketView }) {
  const { t, locale } = useWords();
  return (
    <>
      <p>
        <strong>
          <bdi>{title}</bdi>
        </strong>{' '}
        <TicketBadge status={status} />
      </p>
      <p>{t('lookBack.asked', { price: formatMoney(price, locale) })}</p>
    </>
  );
}
