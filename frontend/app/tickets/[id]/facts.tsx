import type { TicketDetails } from '@boxoffice/contracts';
import { useTranslations } from 'next-intl';
import { DefinitionList } from '../../../components/definition-list.tsx';
import { ShowMoment } from '../../../components/show-moment.tsx';
import { ViewerMoment } from '../../../components/viewer-moment.tsx';
import { formatPlace, formatSeats } from '../../../lib/format-ticket.ts';

/** All that the seller says of the show and the seats. */
export function Facts({ show }: { show: TicketDetails }) {
  const t = useTranslations();
  const { startsAt, timeZone, quantity } = show;
  return (
    <DefinitionList
      items={[
        {
          term: t('show.when'),
          value: <ShowMoment show={show} zoneName="long" />,
          note: startsAt && timeZone && (
            <ViewerMoment instant={startsAt} timeZone={timeZone}>
              {t('show.localTime', { zone: timeZone.replaceAll('_', ' ') })}
            </ViewerMoment>
          ),
        },
        { term: t('show.where'), value: <bdi>{formatPlace(show) || t('show.noPlace')}</bdi> },
        {
          term: t('show.seats'),
          value: `${formatSeats(show, t) || t('show.noSeats')} · ${together(t('show.tickets', { count: quantity }))}`,
        },
      ]}
    />
  );
}

/** A number stays on the line of what it counts. */
function together(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
