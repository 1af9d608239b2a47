import { given, stateOf } from '@boxoffice/common/testing';
import { PaymentRefundRequested, PaymentSucceededV1 } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import { declined, paymentId, pending, refunded, refundRequested, requested, succeeded } from '../controls.ts';
import { payment } from './payment.ts';

const { paymentId: _, ...request } = requested.data;
const { reference } = succeeded.data;
const { reason } = declined.data;
const taken = [requested, succeeded];
const refunding = [...taken, refundRequested];
const givenBack = [...refunding, refunded];

describe('requesting', () => {
  const command = { type: 'Request', paymentId, ...request } as const;

  test('done', () => given([]).when(payment, command).thenEmits([requested]));

  test('repeated', () => {
    for (const history of [[requested], [requested, pending], taken, [requested, declined], givenBack])
      given(history).when(payment, command).thenNothing();
  });
});

const settle = {
  pending: { type: 'Settle', paymentId, outcome: { status: 'pending', reference } },
  succeeded: { type: 'Settle', paymentId, outcome: { status: 'succeeded', reference } },
  declined: { type: 'Settle', paymentId, outcome: { status: 'declined', reason } },
} as const;

describe('settling what is pending', () => {
  test('done', () => given([requested]).when(payment, settle.pending).thenEmits([pending]));

  test('repeated', () => given([requested, pending]).when(payment, settle.pending).thenNothing());

  test.each([
    ['it was declined', [requested, declined]],
    ['it has succeeded', taken],
    ['its money is given back', givenBack],
  ])('stale: %s', (_, history) => given(history).when(payment, settle.pending).thenNothing());
});

describe('settling what succeeded', () => {
  test.each([
    ['at once', [requested]],
    ['later', [requested, pending]],
    ['after it was declined', [requested, declined]],
  ])('done %s', (_, history) => given(history).when(payment, settle.succeeded).thenEmits([succeeded]));

  test.each([
    ['repeated', taken],
    ['repeated while its money goes back', refunding],
    ['repeated when its money was given back', givenBack],
  ])('%s', (_, history) => given(history).when(payment, settle.succeeded).thenNothing());
});

describe('settling what was declined', () => {
  test.each([
    ['at once', [requested]],
    ['later', [requested, pending]],
  ])('done %s', (_, history) => given(history).when(payment, settle.declined).thenEmits([declined]));

  test('repeated', () => given([requested, declined]).when(payment, settle.declined).thenNothing());

  test.each([
    ['it has succeeded', taken],
    ['its money was given back', givenBack],
  ])('stale: %s', (_, history) => given(history).when(payment, settle.declined).thenNothing());
});

describe('giving the money back', () => {
  const start = { type: 'Refund', paymentId, reason: 'operator' } as const;
  const finish = { type: 'FinishRefund', paymentId, reference: refunded.data.reference } as const;

  test('begun', () => given(taken).when(payment, start).thenEmits([refundRequested]));

  test('begun for one of old, which the books have from here on', () => {
    given([requested, sampleOf(PaymentSucceededV1)])
      .when(payment, start)
      .thenEmits([sampleOf(PaymentRefundRequested, { isBooked: false })]);
  });

  test('begun once', () => {
    given(refunding).when(payment, start).thenNothing();
    given(givenBack).when(payment, start).thenNothing();
  });

  test.each([[[requested]], [[requested, pending]], [[requested, declined]]])(
    'not begun before it is taken',
    (past) => {
      given(past).when(payment, start).thenNothing();
    },
  );

  test('ended', () => given(refunding).when(payment, finish).thenEmits([refunded]));

  test('ended once, and not before it was begun', () => {
    given(givenBack).when(payment, finish).thenNothing();
    given(taken).when(payment, finish).thenNothing();
  });
});

test.each([
  ...Object.values(settle),
  { type: 'Refund', paymentId, reason: 'late' } as const,
  { type: 'FinishRefund', paymentId, reference } as const,
])('$type $outcome.status never comes before the request', (command) => {
  given([]).when(payment, command).thenFails(`payment ${paymentId} has not been requested`);
});

describe('a payment', () => {
  test.each([
    ['is nothing before it is requested', [], undefined],
    ['is requested', [requested], { status: 'requested' }],
    ['is pending', [requested, pending], { status: 'pending', reference }],
    ['succeeded', taken, { status: 'succeeded', reference }],
    [
      'succeeded, as it was said of old',
      [requested, sampleOf(PaymentSucceededV1)],
      { status: 'succeeded', reference, isUnbooked: true },
    ],
    ['was declined, and why', [requested, declined], { status: 'declined', declined: reason }],
    ['is on its way back', refunding, { status: 'refunding', reference }],
    ['was given back', givenBack, { status: 'refunded', reference }],
  ])('%s', (_, history, expected) => {
    expect(stateOf(payment, history)).toEqual(expected && { ...request, ...expected });
  });

  test.each([pending, succeeded, declined, refundRequested, refunded])('never begins with $type', (event) => {
    expect(() => stateOf(payment, [event])).toThrow(`${event.type} before PaymentRequested`);
  });
});
