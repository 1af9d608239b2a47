import type { TicketDetails } from '@boxoffice/contracts';
import { formatMoment } from '../lib/format-time.ts';

/** When the show begins, in its own time zone. */
export function ShowMoment({ show, zone = 'short' }: { show: TicketDetails; zone?: 'short' | 'long' }) {
  if (!show.startsAt || !show.timeZone) return 'Date not given';
  return <time dateTime={show.startsAt}>{formatMoment(show.startsAt, show.timeZone, zone)}</time>;
}
