import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { sampleOf } from '../samples/index.ts';
import { sumOf } from './amount.ts';
import {
  closedAs,
  costOf,
  OrderPaid,
  OrderPlaced,
  OrderPlacedV1,
  OrderStatus,
  OrdersQuery,
  PlaceOrder,
} from './orders.ts';
import { Pay, PaymentRefundRequested, PaymentSucceeded, SandboxMethod } from './payments.ts';
import { SalesQuery } from './tickets.ts';

const id = '71c4e700-0000-4000-8000-000000000001';
const fields = (schema: z.ZodType, value: unknown) =>
  schema
    .safeParse(value)
    .error?.issues.map(({ path, ...rest }) => [...path, ...('keys' in rest ? rest.keys : [])].join('.'));

describe('an order', () => {
  test('is for a ticket, at the price that was seen if that matters', () => {
    const expectedPrice = { amount: 9900, currency: 'EUR' };
    expect(PlaceOrder.parse({ ticketId: id })).toEqual({ ticketId: id });
    expect(PlaceOrder.parse({ ticketId: id, expectedPrice })).toEqual({ ticketId: id, expectedPrice });
  });

  test.each([
    [{}, 'ticketId'],
    [{ ticketId: '7' }, 'ticketId'],
    [{ ticketId: `${id}\n` }, 'ticketId'],
    [{ ticketId: `ticket-${id}` }, 'ticketId'],
    [{ ticketId: { $gt: '' } }, 'ticketId'],
    [{ ticketId: [id] }, 'ticketId'],
    [{ ticketId: id, expectedPrice: 9900 }, 'expectedPrice'],
    [{ ticketId: id, expectedPrice: { amount: -1, currency: 'EUR' } }, 'expectedPrice.amount'],
    [{ ticketId: id, expectedPrice: { amount: 1, currency: 'XXX' } }, 'expectedPrice.currency'],
    [{ ticketId: id, total: { amount: 1, currency: 'EUR' } }, 'total'],
    [{ ticketId: id, buyerId: id }, 'buyerId'],
  ])('%j is refused: %s', (body, field) => {
    expect(fields(PlaceOrder, body)).toEqual([field]);
  });
});

describe('what an order costs', () => {
  const price = { amount: 9900, currency: 'EUR' };

  test('is the price and the fee', () => {
    const { data } = sampleOf(OrderPlaced);
    const cost = costOf(data);
    expect(cost).toEqual({ price, fee: { amount: 495, currency: 'EUR' }, total: { amount: 10_395, currency: 'EUR' } });
    expect(cost.total).toEqual(sumOf(cost.price, cost.fee));
  });

  test('was the price alone before there was a fee', () => {
    const free = { amount: 0, currency: 'EUR' };
    expect(costOf(sampleOf(OrderPlacedV1).data)).toEqual({ price, fee: free, total: price });
  });

  test('is what is paid, taken and given back, as the samples tell it', () => {
    const { total, fee } = costOf(sampleOf(OrderPlaced).data);
    expect(sampleOf(OrderPaid).data).toMatchObject({ total, fee });
    expect(sampleOf(PaymentSucceeded).data.amount).toEqual(total);
    expect(sampleOf(PaymentRefundRequested).data.amount).toEqual(total);
  });
});

test('an order in any state but the first is refused by a code of its own', () => {
  expect(Object.keys(closedAs).sort()).toEqual(OrderStatus.options.filter((status) => status !== 'placed').sort());
});

describe('a payment', () => {
  test.each([...SandboxMethod.options, 'pm_card_visa', 'x'.repeat(64)])(
    'is for an order, by a method: %s',
    (paymentMethod) => {
      const body = { orderId: id, paymentMethod };
      expect(Pay.parse(body)).toEqual(body);
    },
  );

  test.each([
    [{}, 'orderId paymentMethod'],
    [{ orderId: 'mine', paymentMethod: 'sandbox_visa' }, 'orderId'],
    [{ orderId: id, paymentMethod: '' }, 'paymentMethod'],
    [{ orderId: id, paymentMethod: 'x'.repeat(65) }, 'paymentMethod'],
    [{ orderId: id, paymentMethod: 'visa; drop' }, 'paymentMethod'],
    [{ orderId: id, paymentMethod: { $gt: '' } }, 'paymentMethod'],
    [{ orderId: id, paymentMethod: 'sandbox_visa', amount: 1 }, 'amount'],
  ])('%j is refused: %s', (body, wrong) => {
    expect(fields(Pay, body)).toEqual(wrong.split(' '));
  });
});

describe.each([
  ['orders', OrdersQuery],
  ['sales', SalesQuery],
])('a page of %s', (_, query) => {
  test('has 20 unless another number is asked for', () => {
    expect(query.parse({})).toEqual({ limit: 20 });
    expect(query.parse({ limit: '100', cursor: 'abc' })).toEqual({ limit: 100, cursor: 'abc' });
  });

  test.each([
    [{ limit: '0' }, 'limit'],
    [{ limit: '101' }, 'limit'],
    [{ limit: 'x' }, 'limit'],
    [{ cursor: ['a', 'b'] }, 'cursor'],
    [{ buyerId: id }, 'buyerId'],
  ])('%j is refused: %s', (asked, field) => {
    expect(fields(query, asked)).toEqual([field]);
  });
});
