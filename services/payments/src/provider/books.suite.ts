import { describe, expect, test } from 'vitest';
import { amount, orderId } from '../controls.ts';
import type { BookedCharge, BookedRefund, SandboxBooks } from './books.ts';

const charge: BookedCharge = {
  idempotencyKey: 'payment-1',
  orderId,
  amount,
  method: 'sandbox_visa',
  reference: 'sandbox_1',
  isCancelled: false,
  succeedsAt: '2027-01-01T12:00:00.000Z',
};
const { succeedsAt: _, ...never } = charge;
const refund: BookedRefund = {
  idempotencyKey: 'refund-payment-1',
  reference: 'sandbox_1',
  amount,
  refundReference: 'sandbox_refund_1',
};

/** What the sandbox's books keep, wherever they are. `fresh` begins empty ones; what it returns opens them. */
export function booksSuite(name: string, fresh: () => () => SandboxBooks): void {
  describe(`the sandbox's books in ${name}`, () => {
    test('are empty at first', async () => {
      await using books = fresh()();
      expect([await books.charges(), await books.refunds()]).toEqual([[], []]);
    });

    test.each([
      ['that is there', charge],
      ['that comes later', { ...charge, succeedsAt: '2027-01-01T13:00:00.000Z' }],
      ['that never comes', never],
      ['that is called off', { ...charge, isCancelled: true }],
    ])('have a charge as it was: money %s', async (_, booked) => {
      await using books = fresh()();
      expect(await books.charge(booked)).toEqual(booked);
      expect(await books.charges()).toEqual([booked]);
    });

    test('have a charge once for a key, the first', async () => {
      await using books = fresh()();
      await books.charge(charge);
      expect(await books.charge({ ...charge, reference: 'sandbox_2', isCancelled: true })).toEqual(charge);
      expect(await books.charges()).toEqual([charge]);
    });

    test('have a charge once for a key that comes many times at once', async () => {
      await using books = fresh()();
      const all = Array.from({ length: 20 }, (_, n) => books.charge({ ...charge, reference: `sandbox_${n}` }));
      const [first, ...others] = await Promise.all(all);
      for (const other of others) expect(other).toEqual(first);
      expect(await books.charges()).toEqual([first]);
    });

    test('have another charge for another key', async () => {
      await using books = fresh()();
      const other = { ...charge, idempotencyKey: 'payment-2', reference: 'sandbox_2' };
      await books.charge(charge);
      await books.charge(other);
      expect(await books.charges()).toEqual([charge, other]);
    });

    test('have a refund once for a key, the first', async () => {
      await using books = fresh()();
      expect(await books.refund(refund)).toEqual(refund);
      expect(await books.refund({ ...refund, refundReference: 'sandbox_refund_2' })).toEqual(refund);
      expect([await books.refunds(), await books.charges()]).toEqual([[refund], []]);
    });

    test('are there after a restart', async () => {
      const open = fresh();
      const before = open();
      await before.charge(charge);
      await before.refund(refund);
      await before[Symbol.asyncDispose]();
      await using after = open();
      expect([await after.charges(), await after.refunds()]).toEqual([[charge], [refund]]);
      expect(await after.charge({ ...charge, reference: 'sandbox_2' })).toEqual(charge);
    });
  });
}
