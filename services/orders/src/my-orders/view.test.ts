import { openSqliteEventLog } from '@boxoffice/common';
import { record } from '@boxoffice/common/testing';
import { OrderPaymentStarted, OrderPlaced } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { expect, test } from 'vitest';
import { cancelled, orderId, orderStream, placed } from '../controls.ts';
import { orderView } from './view.ts';

const other = sampleOf(OrderPlaced, { orderId: '0d3e7000-0000-4000-8000-000000000002' });
const otherStarted = sampleOf(OrderPaymentStarted, { orderId: other.data.orderId });
const otherStream = `order-${other.data.orderId}`;

test('an order is seen as it was at a position', async () => {
  await using log = openSqliteEventLog(':memory:');
  await record(log, { [orderStream]: [placed] }, { [orderStream]: [cancelled] });
  expect(await orderView(log, orderId, 0)).toBeUndefined();
  expect(await orderView(log, orderId, 1)).toMatchObject({ id: orderId, status: 'placed' });
  expect(await orderView(log, orderId, 2)).toMatchObject({ id: orderId, status: 'cancelled' });
});

test('orders of one commit are seen each for itself', async () => {
  await using log = openSqliteEventLog(':memory:');
  await record(log, { [orderStream]: [placed], [otherStream]: [other, otherStarted] });
  expect(await orderView(log, orderId, 1)).toMatchObject({ id: orderId, status: 'placed' });
  expect(await orderView(log, other.data.orderId, 1)).toMatchObject({ id: other.data.orderId, status: 'paying' });
});
