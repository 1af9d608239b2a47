import { printAmount, type TicketInput, type TicketView } from '@boxoffice/contracts';
import { toLocal } from '../../lib/show-time.ts';

export const DEFAULT_TIME_ZONE = 'Europe/Berlin';

/** A listing as its form shows it: the inverse of `readTicketForm`. */
export function ticketValues(ticket: TicketView): Record<string, string> {
  const { title, venue = '', city = '', section = '', row = '', seat = '', quantity, startsAt, timeZone } = ticket;
  return {
    title,
    price: printAmount(ticket.price),
    venue,
    city,
    section,
    row,
    seat,
    quantity: String(quantity),
    startsAt: startsAt && timeZone ? toLocal(startsAt, timeZone) : '',
    timeZone: timeZone ?? DEFAULT_TIME_ZONE,
  };
}

/** What of a listing its seller says. */
export function offerOf(ticket: TicketView): TicketInput {
  const { title, price, venue, city, startsAt, timeZone, section, row, seat, quantity } = ticket;
  return { title, price, venue, city, startsAt, timeZone, section, row, seat, quantity };
}

/** The time zones to choose from; `chosen` is among them even if it goes by an older name. */
export function timeZones(chosen?: string): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), ...(chosen ? [chosen] : [])])].sort();
}
