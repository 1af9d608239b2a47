import type { TicketDetails } from '@boxoffice/contracts';
import { formatMoment } from '../lib/format-time.ts';
import { useWords } from '../lib/words.ts';

interface ShowMomentProps {
  show: TicketDetails;
  zoneName?: 'short' | 'long';
}

/** When the show begins, in its own time zone. */
export function ShowMoment({ show: { startsAt, timeZone }, zoneName = 'short' }: ShowMomentProps) {
  const { t, locale } = useWords();
  if (!startsAt || !timeZone) return t('show.noDate');
  return <time dateTime={startsAt}>{formatMoment(startsAt, { locale, timeZone, zoneName })}</time>;
}
