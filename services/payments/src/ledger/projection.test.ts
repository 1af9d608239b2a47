import { projected } from '@boxoffice/common/testing';
import {
  type OrderEvent,
  OrderPaid,
  OrderPaidV1,
  OrderRefundStarted,
  type PaymentEvent,
  PaymentRefundRequested,
  PaymentSucceeded,
  PaymentSucceededV1,
} from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import {
  amount,
  cancelled,
  declined,
  expired,
  fee,
  lateRefundStarted,
  orderRefunded,
  orderStream,
  paid,
  paymentDeclined,
  paymentDelayed,
  paymentStarted,
  paymentStream,
  pending,
  placed,
  refunded,
  refundRequested,
  refundStarted,
  requested,
  succeeded,
} from '../controls.ts';
import { imbalanceOf, type Ledger, ledger } from './projection.ts';

type Happened = readonly (PaymentEvent | OrderEvent)[];

const isOfPayment = (event: PaymentEvent | OrderEvent) => event.type.startsWith('Payment');

const after = async (...history: Happened[]) => {
  const documents = await projected(
    ledger,
    ...history.map((events) => ({
      [paymentStream]: events.filter(isOfPayment),
      [orderStream]: events.filter((event) => !isOfPayment(event)),
    })),
  );
  return documents;
};

const empty: Ledger = { charged: 0, paid: 0, refunded: 0, inFlight: 0, fees: 0 };
const { amount: total } = amount;
const sale: Happened = [succeeded, paid];
const lateMoney: Happened = [succeeded, lateRefundStarted, refundRequested];

describe('the books', () => {
  test.each<[string, Happened[], Partial<Ledger>]>([
    ['have money that was taken in flight', [[succeeded]], { charged: total, inFlight: total }],
    ['have a sale, and the fee of it', [sale], { charged: total, paid: total, fees: fee.amount }],
    [
      'have a sale that is undone in flight',
      [sale, [refundStarted, refundRequested]],
      { charged: total, inFlight: total },
    ],
    [
      'have a sale that was undone given back',
      [sale, [refundStarted, refundRequested], [refunded, orderRefunded]],
      { charged: total, refunded: total },
    ],
    ['have late money in flight', [lateMoney], { charged: total, inFlight: total }],
    ['have late money given back', [lateMoney, [refunded, orderRefunded]], { charged: total, refunded: total }],
    [
      'add up what happened before',
      [sale, lateMoney],
      { charged: 2 * total, paid: total, inFlight: total, fees: fee.amount },
    ],
  ])('%s', async (_, history, expected) => {
    const documents = await after(...history);
    expect([...documents.keys()]).toEqual(['EUR']);
    const books = { ...empty, ...expected };
    expect(documents.get('EUR')).toStrictEqual({ _id: 'EUR', position: history.length, ...books });
    expect(imbalanceOf(books)).toBe(0);
  });

  test.each([
    [[placed], [paymentStarted, requested], [paymentDelayed, pending], [paymentDeclined, declined], [cancelled]],
    [[placed], [expired]],
  ])('have nothing of what moves no money', async (...history) => {
    for (const document of (await after(...history)).values()) expect(document).toMatchObject(empty);
  });

  test('are kept for each currency', async () => {
    const yen = { amount: 1000, currency: 'JPY' } as const;
    const none = { amount: 0, currency: 'JPY' } as const;
    const sold = [sampleOf(PaymentSucceeded, { amount: yen }), sampleOf(OrderPaid, { total: yen, fee: none })];
    const documents = await after(sale, sold);
    expect(documents.get('EUR')).toMatchObject({ paid: total });
    expect(documents.get('JPY')).toMatchObject({ charged: 1000, paid: 1000, fees: 0 });
  });

  test('begin with the versions that say how much it was', async () => {
    const documents = await after([sampleOf(PaymentSucceededV1), sampleOf(OrderPaidV1)]);
    expect([...documents.values()]).toEqual([]);
  });
});

test('a sale from before the books is in them when it is undone', async () => {
  const old: Happened = [sampleOf(PaymentSucceededV1), sampleOf(OrderPaidV1)];
  const none = { amount: 0, currency: 'EUR' } as const;
  const undone: Happened = [
    sampleOf(OrderRefundStarted, { fee: none }),
    sampleOf(PaymentRefundRequested, { isBooked: false }),
  ];
  const begun = (await after(old, undone)).get('EUR');
  expect(begun).toMatchObject({ charged: total, paid: 0, inFlight: total, fees: 0 });
  const ended = (await after(old, undone, [refunded, orderRefunded])).get('EUR');
  expect(ended).toMatchObject({ charged: total, refunded: total, paid: 0, inFlight: 0 });
  expect([begun, ended].map((books) => imbalanceOf(books ?? empty))).toEqual([0, 0]);
});

describe('what does not add up shows:', () => {
  test.each<[string, Happened[]]>([
    ['a sale whose money was not taken', [[paid]]],
    ['a sale that was undone twice', [sale, [refundStarted], [refundStarted]]],
    ['money that was given back twice', [lateMoney, [refunded], [refunded]]],
  ])('%s', async (_, history) => {
    const books = (await after(...history)).get('EUR');
    expect(imbalanceOf(books ?? empty)).not.toBe(0);
  });

  test.each<[string, Partial<Ledger>]>([
    ['money too much', { charged: 1 }],
    ['money too little', { paid: 1 }],
    ['money that was never taken in flight', { inFlight: -1, paid: 1 }],
    ['fees without a sale', { fees: 1 }],
    ['fees that are less than nothing', { fees: -1 }],
  ])('%s', (_, books) => {
    expect(imbalanceOf({ ...empty, ...books })).not.toBe(0);
  });
});
