import { SandboxMethod } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import { amount, orderId } from '../controls.ts';
import type { SandboxProvider } from './sandbox.ts';

const charge = { idempotencyKey: 'payment-1', orderId, amount, method: 'sandbox_visa' };

/** What the sandbox does, wherever its memory is. `fresh` begins an empty one; what it returns opens it. */
export function sandboxSuite(name: string, fresh: () => () => SandboxProvider): void {
  describe(`the sandbox in ${name}`, () => {
    test.each([
      ['sandbox_visa', { status: 'succeeded', reference: expect.stringMatching(/^sandbox_/) }],
      ['sandbox_declined', { status: 'declined', reason: 'The card was declined' }],
      ['sandbox_insufficient_funds', { status: 'declined', reason: 'The card has not enough funds' }],
    ])('%s', async (method, outcome) => {
      await using provider = fresh()();
      expect(await provider.charge({ ...charge, method })).toEqual(outcome);
      expect(await provider.charges()).toEqual([{ ...charge, method, outcome }]);
    });

    test('has a test card for each of its methods', async () => {
      await using provider = fresh()();
      expect(provider.methods.map(({ id }) => id)).toEqual(SandboxMethod.options);
      expect(provider.methods.every(({ test, name }) => test && name.startsWith('Test card'))).toBe(true);
    });

    test('charges once for a key, and answers as it did the first time', async () => {
      await using provider = fresh()();
      const first = await provider.charge(charge);
      expect(await provider.charge(charge)).toEqual(first);
      expect(await provider.charge({ ...charge, method: 'sandbox_declined' })).toEqual(first);
      expect(await provider.charges()).toHaveLength(1);
    });

    test('charges once for a key that is asked for many times at once', async () => {
      await using provider = fresh()();
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => provider.charge(charge)));
      expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
      expect(await provider.charges()).toHaveLength(1);
    });

    test('charges again for another key', async () => {
      await using provider = fresh()();
      const first = await provider.charge(charge);
      expect(await provider.charge({ ...charge, idempotencyKey: 'payment-2' })).not.toEqual(first);
      expect(await provider.charges()).toHaveLength(2);
    });

    test('knows after a restart what it was asked', async () => {
      const open = fresh();
      const before = open();
      const first = await before.charge(charge);
      await before[Symbol.asyncDispose]();
      await using after = open();
      expect(await after.charge(charge)).toEqual(first);
      expect(await after.charges()).toHaveLength(1);
    });

    test('charges nothing by a method that it does not have', async () => {
      await using provider = fresh()();
      await expect(provider.charge({ ...charge, method: 'gold' })).rejects.toThrow();
      expect(await provider.charges()).toEqual([]);
    });
  });
}
