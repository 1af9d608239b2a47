import { recordedEvents } from '@boxoffice/common';
import { type OrderEvent, OrderPlaced, orderEvents, type TicketEvent } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import {
  buyerId,
  cancelled,
  expired,
  lateRefundStarted,
  orderStream,
  origin,
  otherPayment,
  paid,
  paymentDeclined,
  paymentStarted,
  placed,
  refunded,
  refundStarted,
  released,
  reserved,
  returned,
  sellerId,
  sold,
  ticketStream,
  withdrawn,
} from '../controls.ts';
import { mailedOrder } from '../notice/mailed-order.ts';
import { noticesOf } from '../notice/notice.ts';
import { emails, notice, startMail } from '../testing.ts';
import type { Written } from './letter.ts';
import { letterOf } from './letter-of.ts';

/** One commit after the other: what happened to the order, and to the ticket. */
type History = readonly (readonly [readonly OrderEvent[], readonly TicketEvent[]])[];

const told = {
  paid: [[paymentStarted], []],
  bought: [[paid], [sold]],
  expired: [[expired], [released]],
  cancelled: [[cancelled], [released]],
  late: [[lateRefundStarted], []],
  undone: [[refundStarted], [returned]],
  takenOff: [[refundStarted], [withdrawn]],
  refunded: [[refunded], []],
} as const satisfies Record<string, History[number]>;

/** The mails that the last of these commits leads to, for this person. */
async function mailsFor(userId: string, ...history: History): Promise<Written[]> {
  await using mail = await startMail();
  await mail.happened(
    ...history.map(([order, ticket]) => ({
      [orderStream]: order,
      ...(ticket.length > 0 ? { [ticketStream]: ticket } : {}),
    })),
  );
  const [commit] = await mail.log.read(history.length, 1);
  if (!commit) throw new Error('nothing happened');
  const order = mailedOrder.evolve(undefined, placed);
  const notices = recordedEvents(commit, [orderEvents]).flatMap((event) => (order ? noticesOf(event, order) : []));
  const own = notices.filter((one) => one.userId === userId);
  const letters = await Promise.all(own.map((one) => letterOf(mail.log, one, origin)));
  return letters.filter((letter) => letter !== undefined);
}

/** The words of the only mail, without the facts. */
async function wordsFor(userId: string, ...history: History): Promise<string[]> {
  const mails = await mailsFor(userId, ...history);
  expect(mails).toHaveLength(1);
  const [subject = '', ...parts] = mails[0]?.text.split('\n\n') ?? [];
  expect(mails[0]?.subject).toBe(subject);
  return [subject, ...parts.slice(0, -3)];
}

test('a reservation, whole', async () => {
  const [mail] = await mailsFor(buyerId);
  expect(mail?.text).toBe(`Reserved for you: Zoë & the Night Owls

It is held for you until Friday, 1 January 2027 at 13:15 (Europe/Berlin).

What is not paid by then goes back on sale by itself.

Show:        Zoë & the Night Owls
When:        Monday, 1 March 2027 at 19:30 (Europe/Berlin)
Where:       Tempodrom, Berlin
Seats:       Section Parkett links, row 7, seat 12–13
Tickets:     2
Price:       €99.00
Service fee: €4.95
Total:       €103.95

See the order and pay:
https://tickets.example/orders/0d3e7000-0000-4000-8000-000000000001

-- 
Boxoffice, tickets.example
`);
  expect(mail?.html).toBe(`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Reserved for you: Zoë &amp; the Night Owls</title></head>
<body style="font:16px/1.5 sans-serif;color:#1b1b1f;background:#ffffff;max-width:36em">
<h1 dir="auto" style="font-size:20px">Reserved for you: Zoë &amp; the Night Owls</h1>
<p dir="auto">It is held for you until Friday, 1 January 2027 at 13:15 (Europe/Berlin).</p>
<p dir="auto">What is not paid by then goes back on sale by itself.</p>
<table style="border-collapse:collapse">
<tr><th align="left" valign="top" style="padding:2px 16px 2px 0">Show</th><td dir="auto" style="padding:2px 0">Zoë &amp; the Night Owls</td></tr>
<tr><th align="left" valign="top" style="padding:2px 16px 2px 0">When</th><td dir="auto" style="padding:2px 0">Monday, 1 March 2027 at 19:30 (Europe/Berlin)</td></tr>
<tr><th align="left" valign="top" style="padding:2px 16px 2px 0">Where</th><td dir="auto" style="padding:2px 0">Tempodrom, Berlin</td></tr>
<tr><th align="left" valign="top" style="padding:2px 16px 2px 0">Seats</th><td dir="auto" style="padding:2px 0">Section Parkett links, row 7, seat 12–13</td></tr>
<tr><th align="left" valign="top" style="padding:2px 16px 2px 0">Tickets</th><td dir="auto" style="padding:2px 0">2</td></tr>
<tr><th align="left" valign="top" style="padding:2px 16px 2px 0">Price</th><td dir="auto" style="padding:2px 0">€99.00</td></tr>
<tr><th align="left" valign="top" style="padding:2px 16px 2px 0">Service fee</th><td dir="auto" style="padding:2px 0">€4.95</td></tr>
<tr><th align="left" valign="top" style="padding:2px 16px 2px 0">Total</th><td dir="auto" style="padding:2px 0">€103.95</td></tr>
</table>
<p><a href="https://tickets.example/orders/0d3e7000-0000-4000-8000-000000000001">See the order and pay</a></p>
<p style="color:#5f5f6b">Boxoffice, tickets.example</p>
</body>
</html>
`);
});

describe('the buyer is told', () => {
  test('of the payment', async () => {
    expect(await wordsFor(buyerId, told.paid, told.bought)).toEqual([
      'Paid: Zoë & the Night Owls',
      'Thank you: €103.95 has been paid, and the tickets are yours.',
    ]);
  });
  test('of a payment that came after the hold, and was in time for the ticket', async () => {
    expect(await wordsFor(buyerId, told.paid, told.expired, told.bought)).toEqual([
      'Paid: Zoë & the Night Owls',
      'Thank you: €103.95 has been paid, and the tickets are yours.',
      'The money came after the time to pay had run out. The tickets were still free, so you have them.',
    ]);
    expect(await wordsFor(buyerId, told.paid, told.cancelled, told.bought)).toEqual([
      'Paid: Zoë & the Night Owls',
      'Thank you: €103.95 has been paid, and the tickets are yours.',
      'The money came after you had cancelled the order. The tickets were still free, so you have them.',
    ]);
  });
  test('of the end of the hold', async () => {
    expect(await wordsFor(buyerId, told.expired)).toEqual([
      'Not paid in time: Zoë & the Night Owls',
      'The time to pay has run out, and the tickets are on sale again.',
      'Nothing has been charged.',
    ]);
  });
  test('of the end of the hold while money was under way', async () => {
    expect(await wordsFor(buyerId, told.paid, told.expired)).toEqual([
      'Not paid in time: Zoë & the Night Owls',
      'The time to pay has run out, and the tickets are on sale again.',
      'A payment was still under way. If its money comes, it buys the tickets if they are still free; otherwise all of it goes back to you by itself.',
    ]);
  });
  test('of money under way, though another payment was declined meanwhile', async () => {
    const other = { ...paymentDeclined, data: { ...paymentDeclined.data, paymentId: otherPayment } };
    const [, , money] = await wordsFor(buyerId, told.paid, [[other], []], told.expired);
    expect(money).toContain('A payment was still under way.');
    const [, , none] = await wordsFor(buyerId, told.paid, [[paymentDeclined], []], told.expired);
    expect(none).toBe('Nothing has been charged.');
  });
  test('of the cancellation', async () => {
    expect(await wordsFor(buyerId, told.cancelled)).toEqual([
      'Cancelled: Zoë & the Night Owls',
      'You have cancelled the order, and the tickets are on sale again.',
      'Nothing has been charged.',
    ]);
  });
  test('of the money that goes back, and why', async () => {
    const { paid: begun, bought, undone, late } = told;
    expect(await wordsFor(buyerId, begun, bought, undone, told.refunded)).toEqual([
      'Your money back: Zoë & the Night Owls',
      'Your purchase has been undone by the market: the tickets are not yours any more.',
      'All of it has been given back: €103.95. Your bank may take some days.',
    ]);
    expect(await wordsFor(buyerId, begun, told.expired, late, told.refunded)).toEqual([
      'Your money back: Zoë & the Night Owls',
      'Your payment came after the time to pay had run out, and the tickets could not be had any more.',
      'All of it has been given back: €103.95. Your bank may take some days.',
    ]);
    expect(await wordsFor(buyerId, begun, told.cancelled, late, told.refunded)).toEqual([
      'Your money back: Zoë & the Night Owls',
      'Your payment came after you had cancelled the order, and the tickets could not be had any more.',
      'All of it has been given back: €103.95. Your bank may take some days.',
    ]);
    const boughtOtherwise = { ...paid, data: { ...paid.data, paymentId: otherPayment } };
    const twice = await wordsFor(buyerId, begun, [[boughtOtherwise], [sold]], late, told.refunded);
    expect(twice).toEqual([
      'Your money back: Zoë & the Night Owls',
      'The money of another payment came when the order had been paid already.',
      'All of it has been given back: €103.95. Your bank may take some days.',
    ]);
  });
});

describe('the seller is told', () => {
  test('of the sale, with the price that they asked and no fee', async () => {
    expect(await wordsFor(sellerId, told.paid, told.bought)).toEqual([
      'Sold: Zoë & the Night Owls',
      'Your tickets have been sold for €99.00, and are paid. Please keep them for their buyer.',
    ]);
    const [mail] = await mailsFor(sellerId, told.paid, told.bought);
    expect(mail?.text).toContain('€99.00');
    for (const hidden of ['€4.95', '€103.95', '/orders/']) expect(mail?.text).not.toContain(hidden);
    expect(mail?.text).toContain('https://tickets.example/tickets/71c4e700-0000-4000-8000-000000000001');
  });
  test('of a sale that is undone, and what becomes of the ticket', async () => {
    expect(await wordsFor(sellerId, told.paid, told.bought, told.undone)).toEqual([
      'Sale undone: Zoë & the Night Owls',
      'The sale of your tickets has been undone by the market, and the buyer gets the money back.',
      'The tickets are yours, and on sale again.',
    ]);
    expect(await wordsFor(sellerId, told.paid, told.bought, told.takenOff)).toEqual([
      'Sale undone: Zoë & the Night Owls',
      'The sale of your tickets has been undone by the market, and the buyer gets the money back.',
      'The tickets are yours, and off sale.',
    ]);
  });
});

test('no mail names a person or an address', async () => {
  const all = [
    ...(await mailsFor(buyerId, told.paid, told.bought)),
    ...(await mailsFor(sellerId, told.paid, told.bought)),
  ];
  expect(all).toHaveLength(2);
  for (const { subject, text, html } of all)
    for (const name of [buyerId, sellerId, ...Object.values(emails)]) expect(subject + text + html).not.toContain(name);
});

test('a title is text, whatever is in it', async () => {
  await using mail = await startMail();
  const title = `<script>alert("1")</script> & 'sons'`;
  const odd = sampleOf(OrderPlaced, { ticket: { title, quantity: 1 } });
  const { log } = mail;
  await log.append({
    expected: { [orderStream]: 0, [ticketStream]: 0 },
    events: [
      { ...odd, stream: orderStream },
      { ...reserved, stream: ticketStream },
    ],
    commandId: 'odd',
    correlationId: 'odd',
    actor: 'somebody',
    at: notice.at,
  });
  const written = await letterOf(log, notice, origin);
  expect(written?.subject).toBe(`Reserved for you: ${title}`);
  expect(written?.text).toContain(title);
  expect(written?.text).toContain('until Friday, 1 January 2027 at 12:15 (UTC)');
  expect(written?.html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;sons&#39;');
  expect(written?.html).not.toContain('<script');
});

test('of what the log does not know, nothing is said', async () => {
  await using mail = await startMail();
  await mail.happened();
  expect(await letterOf(mail.log, { ...notice, position: 9 }, origin)).toBeUndefined();
});
