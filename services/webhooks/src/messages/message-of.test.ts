import { recordedEvents } from '@boxoffice/common';
import { record } from '@boxoffice/common/testing';
import { OrderPlacedV1, WebhookMessage, WebhookTopic } from '@boxoffice/contracts';
import { sampleOf, samples } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import {
  buyerId,
  cancelled,
  detailsChanged,
  expired,
  holdExtended,
  listed,
  orderId,
  orderStream,
  paid,
  placed,
  refunded,
  refundStarted,
  released,
  repriced,
  reserved,
  returned,
  sellerId,
  sold,
  ticketId,
  ticketStream,
  withdrawn,
} from '../controls.ts';
import { startWebhooks } from '../testing.ts';
import { messageOf, toldEvents } from './message-of.ts';

type Happened = Parameters<typeof record>[1];

/** What is told of the last of these commits, event by event. */
async function told(...history: Happened[]) {
  await using api = await startWebhooks();
  await record(api.log, ...history);
  const [commit] = await api.log.read(history.length - 1, 1);
  if (!commit) return [];
  const all = await Promise.all(recordedEvents(commit, toldEvents).map((event) => messageOf(api.log, event)));
  const messages = all.filter((message) => message !== undefined);
  for (const message of messages) expect(WebhookMessage.parse(message)).toStrictEqual(message);
  return messages.map(({ type, data: { position, ...data } }) => {
    expect(position).toBe(history.length);
    return { type, ...data };
  });
}

const list = { [ticketStream]: [listed] };
const place = { [ticketStream]: [reserved], [orderStream]: [placed] };
const ofOrder = { orderId, ticketId };
const { price, quantity } = listed.data;
const { fee, total, expiresAt } = placed.data;
const { paymentId } = paid.data;

describe('a seller is told', () => {
  test('what is listed', async () => {
    expect(await told(list)).toEqual([{ type: 'ticket.listed', ticketId, price, quantity }]);
  });

  test('what it is now, of each change', async () => {
    const now = {
      type: 'ticket.changed',
      ticketId,
      price: repriced.data.price,
      quantity: detailsChanged.data.quantity,
    };
    expect(await told(list, { [ticketStream]: [repriced, detailsChanged] })).toEqual([now, now]);
  });

  test.each([
    [reserved, { type: 'ticket.reserved', ticketId, expiresAt }],
    [released, { type: 'ticket.released', ticketId, reason: released.data.reason }],
    [sold, { type: 'ticket.sold', ticketId, price }],
    [returned, { type: 'ticket.returned', ticketId }],
    [withdrawn, { type: 'ticket.withdrawn', ticketId }],
  ])('of $type', async (event, message) => {
    expect(await told(list, { [ticketStream]: [event] })).toEqual([message]);
  });

  test('nothing of a hold that lasts longer', async () => {
    expect(await told(list, { [ticketStream]: [holdExtended] })).toEqual([]);
  });
});

describe('a buyer is told', () => {
  test('what is placed, and the seller of the hold', async () => {
    expect(await told(list, place)).toEqual([
      { type: 'ticket.reserved', ticketId, expiresAt },
      { type: 'order.placed', ...ofOrder, price, fee, total, expiresAt },
    ]);
  });

  test.each([
    [paid, { type: 'order.paid', ...ofOrder, paymentId, total }],
    [expired, { type: 'order.expired', ...ofOrder }],
    [cancelled, { type: 'order.cancelled', ...ofOrder }],
  ])('of $type', async (event, message) => {
    expect(await told(list, place, { [orderStream]: [event] })).toEqual([message]);
  });

  test('when the money is given back, and not before', async () => {
    const undo = { [orderStream]: [refundStarted] };
    expect(await told(list, place, undo)).toEqual([]);
    const { reason, total: amount } = refundStarted.data;
    expect(await told(list, place, undo, { [orderStream]: [refunded] })).toEqual([
      { type: 'order.refunded', ...ofOrder, paymentId, amount, reason },
    ]);
  });

  test('of an order from before there was a fee', async () => {
    const old = sampleOf(OrderPlacedV1);
    expect(await told({ [orderStream]: [old] })).toMatchObject([{ total: old.data.total, fee: { amount: 0 } }]);
  });
});

test('nobody is told who is on the other side, nor what the show is called', async () => {
  const all = JSON.stringify([
    await told(list, place),
    await told(list, place, { [ticketStream]: [sold], [orderStream]: [paid] }),
  ]);
  for (const secret of [buyerId, sellerId, listed.data.title]) expect(all).not.toContain(secret);
});

test('every topic is told of by some event', async () => {
  const happened = [...samples.values()].filter(({ type }) => /^(Ticket|Order)/.test(type));
  const types = await Promise.all(
    happened.map(async (event) => {
      const stream = event.type.startsWith('Ticket') ? ticketStream : orderStream;
      const isFirst = event.type === 'TicketListed' || event.type === 'OrderPlaced';
      const messages = await told(...(isFirst ? [] : [list, place]), { [stream]: [event] });
      return messages.map(({ type }) => type);
    }),
  );
  expect(new Set(types.flat())).toEqual(new Set(WebhookTopic.options));
});
