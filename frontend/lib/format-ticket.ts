import type { TicketDetails } from '@boxoffice/contracts';
import type { Translate } from './words.ts';

export function formatPlace({ venue, city }: TicketDetails): string {
  return [venue, city].filter(Boolean).join(', ');
}

/** `Section B · Row 4 · Seats 12–13` */
export function formatSeats({ section, row, seat }: TicketDetails, t: Translate): string {
  return [
    section && t('show.section', { section: isolated(section) }),
    row && t('show.row', { row: isolated(row) }),
    seat && t('show.seat', { seat: isolated(seat) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What a seller typed may be written the other way than the words around it, which would change places with it. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
