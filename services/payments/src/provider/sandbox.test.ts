import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SandboxMethod } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import { amount, orderId } from '../controls.ts';
import { openSandboxProvider } from './sandbox.ts';

const charge = { idempotencyKey: 'payment-1', orderId, amount, method: 'sandbox_visa' };

describe('the sandbox', () => {
  test.each([
    ['sandbox_visa', { status: 'succeeded', reference: expect.stringMatching(/^sandbox_/) }],
    ['sandbox_declined', { status: 'declined', reason: 'The card was declined' }],
    ['sandbox_insufficient_funds', { status: 'declined', reason: 'The card has not enough funds' }],
  ])('%s', async (method, outcome) => {
    await using provider = openSandboxProvider(':memory:');
    expect(await provider.charge({ ...charge, method })).toEqual(outcome);
    expect(provider.charges()).toEqual([{ ...charge, method, outcome }]);
  });

  test('has a test card for each of its methods', async () => {
    await using provider = openSandboxProvider(':memory:');
    expect(provider.methods.map(({ id }) => id)).toEqual(SandboxMethod.options);
    expect(provider.methods.every(({ test, name }) => test && name.startsWith('Test card'))).toBe(true);
  });

  test('charges once for a key, and answers as it did the first time', async () => {
    await using provider = openSandboxProvider(':memory:');
    const first = await provider.charge(charge);
    expect(await provider.charge(charge)).toEqual(first);
    expect(await provider.charge({ ...charge, method: 'sandbox_declined' })).toEqual(first);
    expect(provider.charges()).toHaveLength(1);
  });

  test('charges again for another key', async () => {
    await using provider = openSandboxProvider(':memory:');
    const first = await provider.charge(charge);
    expect(await provider.charge({ ...charge, idempotencyKey: 'payment-2' })).not.toEqual(first);
    expect(provider.charges()).toHaveLength(2);
  });

  test('knows after a restart what it was asked', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    try {
      const path = join(folder, 'sandbox.sqlite');
      const before = openSandboxProvider(path);
      const first = await before.charge(charge);
      await before[Symbol.asyncDispose]();
      await using after = openSandboxProvider(path);
      expect(await after.charge(charge)).toEqual(first);
      expect(after.charges()).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('charges nothing by a method that it does not have', async () => {
    await using provider = openSandboxProvider(':memory:');
    await expect(provider.charge({ ...charge, method: 'gold' })).rejects.toThrow();
    expect(provider.charges()).toEqual([]);
  });
});
