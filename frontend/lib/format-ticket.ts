import type { TicketDetails } from '@boxoffice/contracts';

export function formatPlace({ venue, city }: TicketDetails): string {
  return [venue, city].filter(Boolean).join(', ');
}

/** `Section B · Row 4 · Seats 12–13` */
export function formatSeats({ section, row, seat }: TicketDetails): string {
  return [section && `Section ${section}`, row && `Row ${row}`, seat && `Seat ${seat}`].filter(Boolean).join(' · ');
}

/** `1 ticket`, `3 tickets` */
export function formatQuantity(quantity: number): string {
  return quantity === 1 ? '1 ticket' : `${quantity} tickets`;
}
