import { catchUp, memoryReadModels } from '@boxoffice/common';
import { record } from '@boxoffice/common/testing';
import { OrderPlaced, TicketListed, TicketReserved } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import {
  buyerId,
  expiresAt,
  orderId,
  orderStream,
  paid,
  paymentDeclined,
  paymentStarted,
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
    ['is paid', [paymentStarted, paid]],
  ])('leaves an order that %s', async (_, events) => {
    await using api = await startOrders();
    await api.place();
    await record(api.log, { [orderStream]: events });
    api.clock.set('2027-01-02T12:00:00.000Z');
    await api.expire();
    expect(await api.log.head()).toBe(3);
  });

  test('ends a hold when its payment was declined after its time', async () => {
    await using api = await startOrders();
    await api.place();
    await record(api.log, { [orderStream]: [paymentStarted] });
    api.clock.set(expiresAt);
    await api.expire();
    expect(await api.log.head()).toBe(3);
    await record(api.log, { [orderStream]: [paymentDeclined] });
    await api.expire();
    expect(await api.send('GET', path, { as: buyerId })).toMatchObject({ body: { status: 'expired' } });
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

  test('ends a hundred at a time, the first that are due first', async () => {
    await using api = await startOrders();
    for (let number = 100; number <= 200; number += 1) {
      const ids = {
        ticketId: ticketId.replace(/0001$/, `0${number}`),
        orderId: orderId.replace(/0001$/, `0${number}`),
      };
      const placed = sampleOf(OrderPlaced, { ...ids, expiresAt: `2027-01-01T12:00:00.${300 - number}Z` });
      await record(
        api.log,
        { [`ticket-${ids.ticketId}`]: [sampleOf(TicketListed, { ticketId: ids.ticketId })] },
        { [`ticket-${ids.ticketId}`]: [sampleOf(TicketReserved, ids)], [`order-${ids.orderId}`]: [placed] },
      );
    }
    api.clock.set(expiresAt);
    await api.expire();
    expect(await api.log.head()).toBe(202 + 100);
    await catchUp([myOrders], api.log, api.readModels);
    const left = await api.orders.find({ status: 'placed' });
    expect(left.map(({ _id }) => _id)).toEqual([orderId.replace(/0001$/, '0100')]);
    await api.expire();
    expect(await api.log.head()).toBe(202 + 101);
  });
});

function rethrow(error: unknown): never {
  throw error;
}
