import { given, stateOf } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import {
  buyerId,
  cancelled,
  expired,
  expiresAt,
  orderId,
  paid,
  paymentDeclined,
  paymentStarted,
  placed,
  sellerId,
  stranger,
  ticket,
  ticketId,
  total,
} from '../controls.ts';
import { order } from './order.ts';

const paying = [placed, paymentStarted];

describe('placing', () => {
  const place = { type: 'Place', orderId, ticketId, buyerId, sellerId, ticket, total, expiresAt } as const;

  test('done', () => given([]).when(order, place).thenEmits([placed]));

  test('repeated', () => {
    given([placed]).when(order, place).thenNothing();
    given([placed, cancelled]).when(order, place).thenNothing();
  });
});

describe('cancelling', () => {
  const cancel = { type: 'Cancel', orderId, buyerId } as const;

  test('done', () => given([placed]).when(order, cancel).thenEmits([cancelled]));

  test('done after a payment was declined', () => {
    given([...paying, paymentDeclined])
      .when(order, cancel)
      .thenEmits([cancelled]);
  });

  test('repeated', () => given([placed, cancelled]).when(order, cancel).thenNothing());

  test('refused: there is no such order', () => given([]).when(order, cancel).thenRefused('order-not-found'));

  test('refused: it is somebody else’s, whatever has become of it', () => {
    const theirs = { ...cancel, buyerId: stranger };
    for (const history of [[placed], paying, [...paying, paid], [placed, cancelled], [placed, expired]])
      given(history).when(order, theirs).thenRefused('order-not-found');
  });

  test('refused: it is being paid', () => given(paying).when(order, cancel).thenRefused('payment-in-progress'));

  test('refused: it is paid', () =>
    given([...paying, paid])
      .when(order, cancel)
      .thenRefused('order-paid'));

  test('refused: it has expired', () => given([placed, expired]).when(order, cancel).thenRefused('order-expired'));
});

describe('expiring', () => {
  const expire = (at: string) => ({ type: 'Expire', orderId, at }) as const;
  const [before, after] = ['2027-01-01T12:14:59.999Z', '2027-01-01T12:15:00.001Z'];

  test.each([expiresAt, after])('done at %s', (at) => {
    given([placed]).when(order, expire(at)).thenEmits([expired]);
    given([...paying, paymentDeclined])
      .when(order, expire(at))
      .thenEmits([expired]);
  });

  test('not yet', () => given([placed]).when(order, expire(before)).thenNothing());

  test.each([
    ['there is no such order', []],
    ['it has expired', [placed, expired]],
    ['it was cancelled', [placed, cancelled]],
    ['it is being paid', paying],
    ['it is paid', [...paying, paid]],
  ])('never: %s', (_, history) => {
    given(history).when(order, expire(after)).thenNothing();
  });
});

describe('an order', () => {
  test.each([
    ['is nothing before it is placed', [], undefined],
    ['is placed', [placed], 'placed'],
    ['is being paid', paying, 'paying'],
    ['is as before when its payment is declined', [...paying, paymentDeclined], 'placed'],
    ['is paid', [...paying, paid], 'paid'],
    ['is cancelled', [placed, cancelled], 'cancelled'],
    ['has expired', [placed, expired], 'expired'],
  ])('%s', (_, history, status) => {
    expect(stateOf(order, history)).toEqual(status && { ticketId, buyerId, expiresAt, status });
  });

  test.each([paymentStarted, paymentDeclined, paid, cancelled, expired])('never begins with $type', (event) => {
    expect(() => stateOf(order, [event])).toThrow(`${event.type} before OrderPlaced`);
  });
});
