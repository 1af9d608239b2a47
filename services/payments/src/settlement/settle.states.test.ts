import { NOW, record } from '@boxoffice/common/testing';
import {
  OrderPaid,
  OrderPaymentStarted,
  OrderRefundStarted,
  PaymentDeclined,
  PaymentRequested,
  PaymentSucceeded,
  type SandboxMethod,
  TicketReleased,
} from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import {
  amount,
  cancelled,
  declined,
  expired,
  orderId,
  orderStream,
  otherPayment,
  paymentDeclined,
  paymentDelayed,
  paymentId,
  paymentStream,
  pending,
  released,
  returned,
  sold,
  ticketStream,
} from '../controls.ts';
import { startPayments, systemContext } from '../testing.ts';
import { settle } from './settle.ts';

type Happened = Parameters<typeof record>[1];

const otherStream = `payment-${otherPayment}`;
const wasDeclined: Happened = { [paymentStream]: [declined], [orderStream]: [paymentDeclined] };
const triedAgain: Happened = {
  [orderStream]: [sampleOf(OrderPaymentStarted, { paymentId: otherPayment })],
  [otherStream]: [sampleOf(PaymentRequested, { paymentId: otherPayment, amount })],
};
const paidByOther: Happened = {
  [otherStream]: [sampleOf(PaymentSucceeded, { paymentId: otherPayment })],
  [orderStream]: [sampleOf(OrderPaid, { paymentId: otherPayment })],
  [ticketStream]: [sold],
};
const refundOfOther: Happened = {
  [orderStream]: [sampleOf(OrderRefundStarted, { paymentId: otherPayment })],
  [ticketStream]: [returned],
};
const cancelledWhileDelayed: Happened[] = [
  { [paymentStream]: [pending], [orderStream]: [paymentDelayed] },
  { [orderStream]: [cancelled], [ticketStream]: [sampleOf(TicketReleased, { reason: 'cancelled' })] },
];

const took = 'payment: PaymentSucceeded';
const sells = [took, 'ticket: TicketSold', 'order: OrderPaid'];
const reservesAndSells = [took, 'ticket: TicketReserved', 'ticket: TicketSold', 'order: OrderPaid'];
const givesBack = [took, 'order: OrderRefundStarted', 'payment: PaymentRefundRequested'];
const declines = ['payment: PaymentDeclined', 'order: OrderPaymentDeclined'];
const nothing: string[] = [];

/** What the order has come to, and what is written down of a charge that succeeds, is declined, takes its time. */
const states: [string, Happened[], string[], string[], string[]][] = [
  ['waits for it', [], sells, declines, ['payment: PaymentPending', 'order: OrderPaymentDelayed']],
  ['is open after it was declined', [wasDeclined], sells, nothing, nothing],
  ['is being paid by another', [wasDeclined, triedAgain], sells, nothing, nothing],
  [
    'has expired',
    [{ [orderStream]: [expired], [ticketStream]: [released] }],
    reservesAndSells,
    declines,
    ['payment: PaymentPending'],
  ],
  ['was cancelled', cancelledWhileDelayed, reservesAndSells, declines, nothing],
  ['is paid by another', [wasDeclined, triedAgain, paidByOther], givesBack, nothing, nothing],
  ['is being undone', [wasDeclined, triedAgain, paidByOther, refundOfOther], givesBack, nothing, nothing],
];

describe.each(states)('a payment of an order that %s', (_, history, succeeded, wasRefused, isPending) => {
  test.each<[string, SandboxMethod, string[]]>([
    ['succeeds', 'sandbox_visa', succeeded],
    ['is declined', 'sandbox_declined', wasRefused],
    ['takes its time', 'sandbox_slow', isPending],
  ])('that %s', async (_, method, events) => {
    await using api = await startPayments();
    await api.cutOff(method);
    // It was on its way to the provider before anything else happened.
    await api.provider.charge({ idempotencyKey: paymentId, orderId, amount, method });
    await record(api.log, ...history);
    const head = await api.log.head();
    await settle(api, paymentId, systemContext(NOW));
    expect((await api.after(head)).flat()).toEqual(events);
    await settle(api, paymentId, systemContext(NOW));
    expect(await api.log.head()).toBe(events.length > 0 ? head + 1 : head);
  });
});

test('a payment that was overtaken by money of an earlier one is called off, and the order hears of it', async () => {
  await using api = await startPayments();
  await api.cutOff();
  await api.provider.charge({ idempotencyKey: paymentId, orderId, amount, method: 'sandbox_visa' });
  await record(api.log, wasDeclined, triedAgain);
  await settle(api, paymentId, systemContext(NOW));
  await settle(api, otherPayment, systemContext(NOW));
  expect(await api.after(5)).toEqual([sells, declines]);
  expect(await api.books.charges()).toMatchObject([{ isCancelled: false }, { isCancelled: true }]);
});

test('of two payments that have both been taken at once, one buys the ticket and one is given back', async () => {
  await using api = await startPayments();
  await api.cutOff();
  await record(api.log, wasDeclined, triedAgain, {
    [otherStream]: [sampleOf(PaymentDeclined, { paymentId: otherPayment })],
    [orderStream]: [{ ...paymentDeclined, data: { orderId, paymentId: otherPayment } }],
  });
  const ids = [paymentId, otherPayment];
  for (const idempotencyKey of ids)
    await api.provider.charge({ idempotencyKey, orderId, amount, method: 'sandbox_visa' });
  await Promise.all(ids.map((id) => settle(api, id, systemContext(NOW))));
  expect(await api.after(6)).toEqual([sells, givesBack]);
});
