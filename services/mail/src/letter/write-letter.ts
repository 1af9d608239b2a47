import type { MailKind, OrderEvent, TicketEvent } from '@boxoffice/contracts';
import type { MailedOrder } from '../notice/mailed-order.ts';
import { factsForBuyer, factsForSeller } from './facts.ts';
import { formatMoment, formatMoney } from './format.ts';
import type { Letter } from './letter.ts';

export interface Story {
  readonly kind: MailKind;
  /** As the event left it. */
  readonly order: MailedOrder;
  /** What else happened to the order and to its ticket in the same commit. */
  readonly events: readonly (OrderEvent | TicketEvent)[];
  /** Where the pages are. */
  readonly origin: string;
}

/** Says it in words. Pure. Nobody is named in it, neither the reader nor the other party. */
export function writeLetter(story: Story): Letter {
  const { kind, order, origin } = story;
  const isForSeller = kind === 'sold' || kind === 'sale-undone';
  const path = isForSeller ? `/tickets/${order.ticketId}` : `/orders/${order.orderId}`;
  const label = kind === 'reserved' ? 'See the order and pay' : isForSeller ? 'See the ticket' : 'See the order';
  return {
    subject: `${headings[kind]}: ${order.ticket.title}`,
    paragraphs: paragraphsOf(story),
    facts: isForSeller ? factsForSeller(order) : factsForBuyer(order),
    link: { label, url: new URL(path, origin).href },
    signature: `Boxoffice, ${new URL(origin).host}`,
  };
}

const headings: Readonly<Record<MailKind, string>> = {
  reserved: 'Reserved for you',
  paid: 'Paid',
  expired: 'Not paid in time',
  cancelled: 'Cancelled',
  refunded: 'Your money back',
  sold: 'Sold',
  'sale-undone': 'Sale undone',
};

function paragraphsOf({ kind, order, events }: Story): string[] {
  const [price, total] = [formatMoney(order.price), formatMoney(order.total)];
  const { tickets, are, have, them, their } = nounOf(order);
  switch (kind) {
    case 'reserved': {
      const until = formatMoment(order.expiresAt, order.ticket.timeZone);
      return [`It is held for you until ${until}.`, 'What is not paid by then goes back on sale by itself.'];
    }
    case 'paid':
      return [`Thank you: ${total} has been paid, and the ${tickets} ${are} yours.`, ...lateOf(order)];
    case 'expired':
      return [`The time to pay has run out, and the ${tickets} ${are} on sale again.`, moneyOf(order)];
    case 'cancelled':
      return [`You have cancelled the order, and the ${tickets} ${are} on sale again.`, moneyOf(order)];
    case 'refunded':
      return [refundOf(order, events), `All of it has been given back: ${total}. Your bank may take some days.`];
    case 'sold':
      return [
        `Your ${tickets} ${have} been sold for ${price}, and ${are} paid. Please keep ${them} for ${their} buyer.`,
      ];
    case 'sale-undone': {
      const isBack = events.some(({ type }) => type === 'TicketReturned');
      return [
        `The sale of your ${tickets} has been undone by the market, and the buyer gets the money back.`,
        `The ${tickets} ${are} yours, and ${isBack ? 'on sale again' : 'off sale'}.`,
      ];
    }
  }
}

/** What became of money when an order ends without being paid. */
function moneyOf(order: MailedOrder): string {
  if (order.openPayment === undefined) return 'Nothing has been charged.';
  const { tickets, are, they } = nounOf(order);
  return `A payment was still under way. If its money comes, it buys the ${tickets} if ${they} ${are} still free; otherwise all of it goes back to you by itself.`;
}

function lateOf(order: MailedOrder): string[] {
  const { ended } = order;
  if (ended === undefined) return [];
  const when = ended === 'expired' ? 'the time to pay had run out' : 'you had cancelled the order';
  const { tickets, were, them } = nounOf(order);
  return [`The money came after ${when}. The ${tickets} ${were} still free, so you have ${them}.`];
}

function refundOf(order: MailedOrder, events: Story['events']): string {
  const { paidBy, refundedFor, ended } = order;
  const { tickets, are } = nounOf(order);
  const refund = events.find((event) => event.type === 'OrderRefunded');
  if (paidBy !== undefined && paidBy !== refund?.data.paymentId)
    return 'The money of another payment came when the order had been paid already.';
  if (refundedFor === 'operator')
    return `Your purchase has been undone by the market: the ${tickets} ${are} not yours any more.`;
  const when = ended === 'cancelled' ? 'you had cancelled the order' : 'the time to pay had run out';
  return `Your payment came after ${when}, and the ${tickets} could not be had any more.`;
}

/** One ticket, or several that are sold together. */
function nounOf({ ticket }: MailedOrder) {
  return ticket.quantity === 1
    ? { tickets: 'ticket', are: 'is', were: 'was', have: 'has', they: 'it', them: 'it', their: 'its' }
    : { tickets: 'tickets', are: 'are', were: 'were', have: 'have', they: 'they', them: 'them', their: 'their' };
}
