import type { OrderPayment, OrderStatus } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import { lookAgainAfter } from './look-again-after.ts';
import { standing } from './standing.ts';

const changedAt = '2027-01-01T12:00:00.000Z';
const after = (seconds: number) => Date.parse(changedAt) + seconds * 1000;

function order(status: OrderStatus, ...states: OrderPayment['status'][]) {
  const payments = states.map((state, n) => ({ id: `${n}`, status: state, at: changedAt }));
  return { status, payments, changedAt };
}

describe('an order', () => {
  test.each([
    [order('placed'), true, true],
    [order('placed', 'declined'), true, true],
    [order('paying', 'under-way'), false, false],
    [order('paying', 'declined', 'delayed'), false, true],
    [order('paid', 'paid'), false, false],
    [order('cancelled', 'delayed'), false, false],
    [order('expired', 'under-way'), false, false],
    [order('refunding', 'refunding'), false, false],
  ])('%j can be paid: %s, and cancelled: %s', (given, canPay, canCancel) => {
    expect(standing(given)).toMatchObject({ canPay, canCancel });
  });

  test('knows which payment has no outcome and which goes back', () => {
    expect(standing(order('expired', 'declined', 'delayed')).open).toMatchObject({ id: '1' });
    expect(standing(order('paid', 'paid', 'refunded'))).toMatchObject({ open: undefined, returned: { id: '1' } });
  });
});

describe('the page asks again', () => {
  test.each([
    ['a payment is under way', order('paying', 'under-way')],
    ['the bank takes its time', order('paying', 'delayed')],
    ['money is on its way back', order('refunding', 'refunding')],
    ['money of a second payment is on its way back', order('paid', 'paid', 'refunding')],
    ['the order ended while a payment was under way', order('expired', 'under-way')],
  ])('while %s', (_, given) => {
    expect(lookAgainAfter(given, after(1))).toBe(3);
    expect(lookAgainAfter(given, after(90))).toBe(15);
  });

  test('for as long as the order is being paid, and not for ever once it has ended', () => {
    expect(lookAgainAfter(order('paying', 'under-way'), after(3600))).toBe(15);
    expect(lookAgainAfter(order('expired', 'under-way'), after(3600))).toBeUndefined();
  });

  test.each([
    order('placed'),
    order('placed', 'declined'),
    order('paid', 'declined', 'paid'),
    order('cancelled'),
    order('expired', 'declined'),
    order('refunded', 'refunded'),
  ])('not when nothing is under way: %j', (given) => {
    expect(lookAgainAfter(given, after(1))).toBeUndefined();
  });
});
