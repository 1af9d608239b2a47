import type { TicketDetails } from '@boxoffice/contracts';
import type { Translate } from './words.ts';

export function formatPlace({ venue, city }: TicketDetails): string {
  return [venue, city].filter(Boolean).join(', ');
}

/** `Section B · Row 4 · Seats 12–13` */
export function formatSeats({ section, row, seat }: TicketDetails, t: Translate): string {
  return [section && t('show.section', { section }), row && t('show.row', { row }), seat && t('show.seat', { seat })]
    .filter(Boolean)
    .join(' · ');
}
