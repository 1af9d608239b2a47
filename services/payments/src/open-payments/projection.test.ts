import { later, projected } from '@boxoffice/common/testing';
import { type PaymentEvent, PaymentSucceededV1 } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import {
  declined,
  orderId,
  paymentId,
  paymentStream,
  pending,
  refunded,
  refundRequested,
  requested,
  succeeded,
} from '../controls.ts';
import { openPayments } from './projection.ts';

const after = async (...history: PaymentEvent[][]) => {
  const documents = await projected(openPayments, ...history.map((events) => ({ [paymentStream]: events })));
  return [...documents.values()];
};

const opened = (position: number, status: string) => ({
  ...{ _id: paymentId, position, orderId, status },
  ...{ since: later(position), correlationId: `correlation-${position}` },
});

describe('a payment', () => {
  test.each<[string, PaymentEvent[][], object]>([
    ['is open when it is requested', [[requested]], opened(1, 'requested')],
    ['is open while it is pending', [[requested], [pending]], opened(2, 'pending')],
    ['is open while its money goes back', [[requested], [succeeded], [refundRequested]], opened(3, 'refunding')],
    ['is open when its money came late', [[requested], [succeeded, refundRequested]], opened(2, 'refunding')],
  ])('%s', async (_, history, expected) => {
    expect(await after(...history)).toStrictEqual([expected]);
  });

  test.each<[string, PaymentEvent[][]]>([
    ['is taken', [[requested], [succeeded]]],
    ['is taken, as it was said of old', [[requested], [sampleOf(PaymentSucceededV1)]]],
    ['is taken after a while', [[requested], [pending], [succeeded]]],
    ['is declined', [[requested], [declined]]],
    ['is declined after a while', [[requested], [pending], [declined]]],
    ['is given back', [[requested], [succeeded], [refundRequested], [refunded]]],
  ])('is open no more when it %s', async (_, history) => {
    expect(await after(...history)).toEqual([]);
  });
});
