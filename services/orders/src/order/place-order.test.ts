import { openSqliteEventLog } from '@boxoffice/common';
import { NOW, record } from '@boxoffice/common/testing';
import { type Currency, TicketListed } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import { buyerId, ticketId, ticketStream } from '../controls.ts';
import { orderView } from '../my-orders/view.ts';
import { placeOrder } from './place-order.ts';

/** What an order costs whose seller asks this, where the fee is so many hundredths of a percent. */
async function costOf(amount: number, feeBasisPoints: number, currency: Currency = 'EUR') {
  await using log = openSqliteEventLog(':memory:');
  await record(log, { [ticketStream]: [sampleOf(TicketListed, { price: { amount, currency } })] });
  const context = { commandId: 'one', mayRepeat: false, correlationId: 'one', actor: buyerId, at: NOW };
  const { orderId, position } = await placeOrder(log, { holdSeconds: 900, feeBasisPoints }, { ticketId }, context);
  const view = await orderView(log, orderId, position);
  const cost = [view?.price, view?.fee, view?.total];
  expect(new Set(cost.map((money) => money?.currency))).toEqual(new Set([currency]));
  return cost.map((money) => money?.amount);
}

describe('an order costs', () => {
  test.each([
    [9900, 500, 495],
    [1, 500, 0],
    [10, 500, 0],
    [30, 500, 2],
    [50, 500, 2],
    [11, 500, 1],
    [9900, 0, 0],
    [9900, 10_000, 9900],
    [100_000_000, 525, 5_250_000],
  ])('%i and %i hundredths of a percent of it: %i, a half to the even neighbour', async (amount, basisPoints, fee) => {
    expect(await costOf(amount, basisPoints)).toEqual([amount, fee, amount + fee]);
  });

  test.each(['JPY', 'KWD'] as const)('whole minor units of %s too', async (currency) => {
    expect(await costOf(1230, 500, currency)).toEqual([1230, 62, 1292]);
  });
});
