import type { TicketView } from '@boxoffice/contracts';
import { useTranslations } from 'next-intl';
import { LocalTime } from '../../../components/local-time.tsx';
import { linkTo, marks } from '../../../components/marks.tsx';
import { Notice } from '../../../components/notice.tsx';
import { PageLink } from '../../../components/page-link.tsx';

interface TicketStateProps {
  ticket: TicketView;
  started: boolean;
  isSeller: boolean;
}

/** Says in words why it cannot be bought at the moment; nothing when it can. */
export function TicketState({ ticket, started, isSeller }: TicketStateProps) {
  const t = useTranslations();
  const similar = <PageLink href={`/?${new URLSearchParams({ q: ticket.title })}`}>{t('action.similar')}</PageLink>;
  switch (ticket.status) {
    case 'reserved':
      return <Reserved until={ticket.reservedUntil} isSeller={isSeller} />;
    case 'sold':
      return isSeller ? (
        <Notice>{t.rich('ticket.soldMine', marks)}</Notice>
      ) : (
        <Notice>
          {t.rich('ticket.sold', marks)} {similar}
        </Notice>
      );
    case 'withdrawn':
      return isSeller ? (
        <Notice>{t.rich('ticket.withdrawnMine', marks)}</Notice>
      ) : (
        <Notice>
          {t.rich('ticket.withdrawn', marks)} {similar}
        </Notice>
      );
    case 'available':
      if (started) return <Notice>{t.rich('ticket.started', marks)}</Notice>;
      return isSeller ? <Notice tone="good">{t.rich('ticket.mine', marks)}</Notice> : null;
  }
}

function Reserved({ until, isSeller }: { until: string | undefined; isSeller: boolean }) {
  const t = useTranslations();
  return (
    <Notice tone="wait">
      {until
        ? t.rich('ticket.reservedUntil', { ...marks, time: () => <LocalTime instant={until} /> })
        : t.rich('ticket.reserved', marks)}{' '}
      {isSeller ? t('ticket.reservedMine') : t.rich('ticket.isItYou', { link: linkTo('/orders') })}
    </Notice>
  );
}
