import { catchUp, memoryReadModels } from '@boxoffice/common';
import { record } from '@boxoffice/common/testing';
import { OrderPlaced, TicketListed, TicketReserved } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import {
  buyerId,
  expiresAt,
  extendedTo,
  holdExtended,
  orderId,
  orderStream,
  paid,
  paymentDeclined,
  paymentDelayed,
  paymentStarted,
  refunded,
  refundStarted,
  ticketId,
  ticketStream,
} from '../controls.ts';
import { type MyOrder, myOrders } from '../my-orders/projection.ts';
import { startOrders } from '../testing.ts';
import { expireOrders } from './expire-orders.ts';

const path = `/api/orders/${orderId}`;

describe('expiring orders', () => {
  test('ends a hold whose time has run out, order and ticket in one commit', async () => {
    await using api = await startOrders();
    await api.place();
    api.clock.set(expiresAt);
    await api.expire();
    const [commit, ...others] = await api.log.read(2, 10);
    expect(others).toEqual([]);
    expect(commit).toMatchObject({
      actor: 'system:expire-orders',
      at: expiresAt,
      events: [
        { stream: orderStream, type: 'OrderExpired', data: { orderId, ticketId } },
        { stream: ticketStream, type: 'TicketReleased', data: { ticketId, orderId, reason: 'expired' } },
      ],
    });
    expect(await api.send('GET', path, { as: buyerId })).toMatchObject({ body: { status: 'expired' } });
  });

  test('does so once', async () => {
    await using api = await startOrders();
    await api.place();
    api.clock.set(expiresAt);
    await api.expire();
    await api.expire();
    expect(await api.log.head()).toBe(3);
  });

  test('leaves a hold that still stands', async () => {
    await using api = await startOrders();
    await api.place();
    api.clock.set('2027-01-01T12:14:59.999Z');
    await api.expire();
    expect(await api.log.head()).toBe(2);
  });

  test.each([
    ['is being paid', [paymentStarted]],
    ['waits for a provider that takes its time', [paymentStarted, paymentDelayed]],
    ['was declined', [paymentStarted, paymentDeclined]],
  ])('ends a hold when the time to pay has run out as well: it %s', async (_, events) => {
    await using api = await startOrders();
    await api.place();
    await record(api.log, { [orderStream]: events, [ticketStream]: [holdExtended] });
    api.clock.set('2027-01-01T12:19:59.999Z');
    await api.expire();
    expect(await api.log.head()).toBe(3);
    api.clock.set(extendedTo);
    await api.expire();
    const [commit] = await api.log.read(3, 1);
    expect(commit?.events.map(({ type }) => type)).toEqual(['OrderExpired', 'TicketReleased']);
    expect(await api.send('GET', path, { as: buyerId })).toMatchObject({ body: { status: 'expired' } });
  });

  test.each([
    ['is paid', [paymentStarted, paid]],
    ['is being undone', [paymentStarted, paid, refundStarted]],
    ['is undone', [paymentStarted, paid, refundStarted, refunded]],
  ])('leaves an order that %s', async (_, events) => {
    await using api = await startOrders();
    await api.place();
    await record(api.log, { [orderStream]: events });
    api.clock.set('2027-01-02T12:00:00.000Z');
    await api.expire();
    expect(await api.log.head()).toBe(3);
  });

  test('decides on the order as it is, not as it is shown', async () => {
    await using api = await startOrders();
    await api.place();
    await api.send('GET', path, { as: buyerId });
    await record(api.log, { [orderStream]: [paymentStarted] });
    api.clock.set(expiresAt);
    expect(await api.orders.get(orderId)).toMatchObject({ status: 'placed' });
    await expireOrders({ log: api.log, clock: api.clock, orders: api.orders, onError: rethrow });
    expect(await api.log.head()).toBe(3);
  });

  test('tells of an order that cannot be dealt with, and deals with the others', async () => {
    await using api = await startOrders();
    await api.place();
    const lost = orderId.replace(/1$/, '2');
    const placed = sampleOf(OrderPlaced, { orderId: lost, ticketId: ticketId.replace(/1$/, '2') });
    await record(api.log, { [`order-${lost}`]: [placed] });
    await catchUp([myOrders], api.log, api.readModels);
    api.clock.set(expiresAt);
    const errors: unknown[] = [];
    await expireOrders({ ...api, onError: (error) => errors.push(error) });
    expect(errors).toMatchObject([{ code: 'ticket-not-found' }]);
    expect((await api.log.read(3, 10)).map(({ streams }) => streams[0]?.id)).toEqual([orderStream]);
  });

  test('finds what is due after a restart', async () => {
    await using api = await startOrders();
    await api.place();
    api.clock.set(expiresAt);
    await using readModels = memoryReadModels();
    await catchUp([myOrders], api.log, readModels);
    const orders = readModels.reader<MyOrder>(myOrders);
    await expireOrders({ log: api.log, clock: api.clock, orders, onError: rethrow });
    expect(await api.log.head()).toBe(3);
  });

  test('ends all that are due in one go, the first that are due first', async () => {
    await using api = await startOrders();
    for (let number = 100; number <= 350; number += 1) await hold(api, number);
    api.clock.set(expiresAt);
    await api.expire();
    expect(await api.log.head()).toBe(2 * 251 + 251);
    const ended = (await api.log.read(2 * 251, 1000)).map(({ streams }) => streams[0]?.id);
    expect(ended.slice(0, 100).toSorted()).toEqual(Array.from({ length: 100 }, (_, n) => `order-${numbered(251 + n)}`));
    await api.expire();
    expect(await api.log.head()).toBe(3 * 251);
  });

  test('stops in between when it is told to', async () => {
    await using api = await startOrders();
    for (let number = 100; number <= 200; number += 1) await hold(api, number);
    await catchUp([myOrders], api.log, api.readModels);
    api.clock.set(expiresAt);
    await expireOrders({ ...api, onError: rethrow, signal: AbortSignal.abort() });
    expect(await api.log.head()).toBe(2 * 101 + 100);
  });
});

const numbered = (number: number, id = orderId) => id.replace(/0001$/, `0${number}`);

/** One of many holds: the higher its number, the sooner it ends. */
async function hold({ log }: Awaited<ReturnType<typeof startOrders>>, number: number): Promise<void> {
  const ids = { ticketId: numbered(number, ticketId), orderId: numbered(number) };
  const placed = sampleOf(OrderPlaced, { ...ids, expiresAt: `2027-01-01T12:00:00.${500 - number}Z` });
  await record(
    log,
    { [`ticket-${ids.ticketId}`]: [sampleOf(TicketListed, { ticketId: ids.ticketId })] },
    { [`ticket-${ids.ticketId}`]: [sampleOf(TicketReserved, ids)], [`order-${ids.orderId}`]: [placed] },
  );
}

function rethrow(error: unknown): never {
  throw error;
}
