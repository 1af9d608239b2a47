import type { TicketDetails } from '@boxoffice/contracts';
import { useTranslations } from 'next-intl';
import { ShowMoment } from '../../../components/show-moment.tsx';
import { formatPlace, formatSeats } from '../../../lib/format-ticket.ts';

/** All that the seller says of the show and the seats. */
export function Facts({ show }: { show: TicketDetails }) {
  const t = useTranslations();
  return (
    <dl className="facts">
      <div>
        <dt>{t('show.when')}</dt>
        <dd>
          <ShowMoment show={show} zoneName="long" />
        </dd>
        {show.timeZone && (
          <dd className="aside-note">{t('show.localTime', { zone: show.timeZone.replaceAll('_', ' ') })}</dd>
        )}
      </div>
      <div>
        <dt>{t('show.where')}</dt>
        <dd>
          <bdi>{formatPlace(show) || t('show.noPlace')}</bdi>
        </dd>
      </div>
      <div>
        <dt>{t('show.seats')}</dt>
        <dd>
          {formatSeats(show, t) || t('show.noSeats')} · {t('show.tickets', { count: show.quantity })}
        </dd>
      </div>
    </dl>
  );
}
