import { catchUp, memoryReadModels, openSqliteEventLog } from '@boxoffice/common';
import { reacted, record, testClock } from '@boxoffice/common/testing';
import { streamName, UserForgotten } from '@boxoffice/contracts';
import { expect, test } from 'vitest';
import {
  buyerId,
  listed,
  orderStream,
  paid,
  paymentDeclined,
  paymentStarted,
  placed,
  reserved,
  sold,
  stranger,
  ticketStream,
} from '../controls.ts';
import { type MyOrder, myOrders } from '../my-orders/projection.ts';
import { releaseHolds } from './release-holds.ts';

const forgotten = (userId: string) => ({ [streamName('user', userId)]: [UserForgotten.of({ userId })] });
const gone = forgotten(buyerId);
const held = [{ [ticketStream]: [listed] }, { [ticketStream]: [reserved], [orderStream]: [placed] }] as const;

/** The log after this has happened and the reaction has dealt with it, twice. */
async function after(...history: Parameters<typeof record>[1][]) {
  const log = openSqliteEventLog(':memory:');
  const readModels = memoryReadModels();
  await record(log, ...history);
  const reaction = releaseHolds({ log, orders: readModels.reader<MyOrder>(myOrders) });
  for (const _ of [1, 2]) {
    await catchUp([myOrders], log, readModels);
    await reacted(reaction, log, testClock());
  }
  return (await log.read(history.length, 10)).map(({ actor, causationId, events }) => ({
    actor,
    causationId,
    types: events.map(({ type }) => type),
  }));
}

test('an open hold is released, once, and says why', async () => {
  const types = ['OrderCancelled', 'TicketReleased'];
  expect(await after(...held, gone)).toEqual([{ actor: 'system:release-holds', causationId: '3', types }]);
});

test('an order that is being paid is left to its outcome', async () => {
  expect(await after(...held, { [orderStream]: [paymentStarted] }, gone)).toEqual([]);
});

test('an order whose payment was declined is released', async () => {
  const declined = [{ [orderStream]: [paymentStarted] }, { [orderStream]: [paymentDeclined] }];
  expect(await after(...held, ...declined, gone)).toMatchObject([{ causationId: '5' }]);
});

test('a paid order stays paid', async () => {
  const history = [{ [orderStream]: [paymentStarted] }, { [orderStream]: [paid], [ticketStream]: [sold] }];
  expect(await after(...held, ...history, gone)).toEqual([]);
});

test('what others hold stays, and who held nothing is forgotten all the same', async () => {
  expect(await after(...held, forgotten(stranger))).toEqual([]);
});

test('it waits for the orders, and says when they do not come', async () => {
  const log = openSqliteEventLog(':memory:');
  const orders = { ...memoryReadModels().reader<MyOrder>(myOrders), reached: async () => false };
  await record(log, gone);
  await expect(reacted(releaseHolds({ log, orders }), log, testClock())).rejects.toThrow('position 1');
});
