import type { MailedOrder } from '../notice/mailed-order.ts';
import { formatMoment, formatMoney, formatPlace, formatSeats } from './format.ts';
import type { Letter } from './letter.ts';

/** What was ordered. */
function showOf({ ticket }: MailedOrder): Letter['facts'] {
  const { title, startsAt, timeZone, quantity } = ticket;
  const facts: [string, string][] = [
    ['Show', title],
    ['When', startsAt === undefined ? '' : formatMoment(startsAt, timeZone)],
    ['Where', formatPlace(ticket)],
    ['Seats', formatSeats(ticket)],
    ['Tickets', String(quantity)],
  ];
  return facts.filter(([, value]) => value !== '');
}

/** For its buyer: with all that it costs. */
export function factsForBuyer(order: MailedOrder): Letter['facts'] {
  const { price, fee, total } = order;
  return [
    ...showOf(order),
    ['Price', formatMoney(price)],
    ['Service fee', formatMoney(fee)],
    ['Total', formatMoney(total)],
  ];
}

/** For its seller: with the price that they asked. */
export function factsForSeller(order: MailedOrder): Letter['facts'] {
  return [...showOf(order), ['Price', formatMoney(order.price)]];
}
