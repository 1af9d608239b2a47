import { given, stateOf } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import { declined, paymentId, requested, succeeded } from '../controls.ts';
import { payment } from './payment.ts';

const { paymentId: _, ...request } = requested.data;

describe('requesting', () => {
  const command = { type: 'Request', paymentId, ...request } as const;

  test('done', () => given([]).when(payment, command).thenEmits([requested]));

  test('repeated', () => {
    for (const history of [[requested], [requested, succeeded], [requested, declined]])
      given(history).when(payment, command).thenNothing();
  });
});

const { reference } = succeeded.data;
const { reason } = declined.data;

describe.each([
  ['succeeded', { status: 'succeeded', reference }, succeeded],
  ['declined', { status: 'declined', reason }, declined],
] as const)('settling what %s', (_, outcome, event) => {
  const settle = { type: 'Settle', paymentId, outcome } as const;

  test('done', () => given([requested]).when(payment, settle).thenEmits([event]));

  test('repeated: the first outcome stands', () => {
    given([requested, succeeded]).when(payment, settle).thenNothing();
    given([requested, declined]).when(payment, settle).thenNothing();
  });

  test('never before it was requested', () => given([]).when(payment, settle).thenFails('before it was requested'));
});

describe('a payment', () => {
  test.each([
    ['is nothing before it is requested', [], undefined],
    ['is requested', [requested], { status: 'requested' }],
    ['succeeded', [requested, succeeded], { status: 'succeeded' }],
    ['was declined, and why', [requested, declined], { status: 'declined', declined: reason }],
  ])('%s', (_, history, expected) => {
    expect(stateOf(payment, history)).toEqual(expected && { ...request, ...expected });
  });

  test.each([succeeded, declined])('never begins with $type', (event) => {
    expect(() => stateOf(payment, [event])).toThrow(`${event.type} before PaymentRequested`);
  });
});
