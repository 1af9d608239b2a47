import { currencies, printAmount, type StoredMoney, type TicketDetails } from '@boxoffice/contracts';

/** One language for now. */
const locale = 'en-GB';

export function formatMoney(money: StoredMoney): string {
  const digits = currencies[money.currency];
  const formatter = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // As text: a decimal string is formatted exactly, a float would not be.
  return formatter.format(printAmount(money) as `${number}`);
}

/** `Monday, 1 March 2027 at 19:30 (Europe/Berlin)`: on the clocks of the zone, which is named. */
export function formatMoment(instant: string, timeZone = 'UTC'): string {
  const formatter = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone });
  return `${formatter.format(new Date(instant))} (${timeZone})`;
}

/** `Tempodrom, Berlin` */
export function formatPlace({ venue, city }: TicketDetails): string {
  return [venue, city].filter(Boolean).join(', ');
}

/** `Section B, row 4, seat 12` */
export function formatSeats({ section, row, seat }: TicketDetails): string {
  const parts = [section && `section ${section}`, row && `row ${row}`, seat && `seat ${seat}`].filter(Boolean);
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
