import { later, testClock } from '@boxoffice/common/testing';
import { SandboxMethod } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import { amount, orderId } from '../controls.ts';
import { openSqliteBooks } from './books-sqlite.ts';
import { sandboxProvider } from './sandbox.ts';

const charge = { idempotencyKey: 'payment-1', orderId, amount, method: 'sandbox_visa' };
const reference = expect.stringMatching(/^sandbox_/);

function startSandbox() {
  const clock = testClock();
  const provider = sandboxProvider(openSqliteBooks(':memory:'), { clock });
  return { ...provider, clock };
}

test('the sandbox has a test card for each of its methods', async () => {
  await using sandbox = startSandbox();
  expect(sandbox.methods.map(({ id }) => id)).toEqual(SandboxMethod.options);
  expect(sandbox.methods.every(({ test, name }) => test && name.startsWith('Test card'))).toBe(true);
});

describe('a charge', () => {
  test.each([
    ['sandbox_visa', { status: 'succeeded', reference }],
    ['sandbox_twice', { status: 'succeeded', reference }],
    ['sandbox_declined', { status: 'declined', reason: 'The card was declined' }],
    ['sandbox_insufficient_funds', { status: 'declined', reason: 'The card has not enough funds' }],
    ['sandbox_slow', { status: 'pending', reference }],
    ['sandbox_late', { status: 'pending', reference }],
  ])('%s', async (method, outcome) => {
    await using sandbox = startSandbox();
    expect(await sandbox.charge({ ...charge, method })).toEqual(outcome);
    expect(await sandbox.books.charges()).toMatchObject([{ ...charge, method, isCancelled: false }]);
  });

  test.each([
    ['sandbox_slow', 5],
    ['sandbox_late', 3600],
  ])('%s succeeds after %d s, under the name that it had', async (method, seconds) => {
    await using sandbox = startSandbox();
    const first = await sandbox.charge({ ...charge, method });
    sandbox.clock.set(later(seconds - 0.001));
    expect(await sandbox.charge({ ...charge, method })).toEqual(first);
    sandbox.clock.set(later(seconds));
    expect(await sandbox.charge({ ...charge, method })).toEqual({ ...first, status: 'succeeded' });
    expect(await sandbox.books.charges()).toHaveLength(1);
  });

  test('sandbox_silent is never answered: whoever asks gives up, and nothing is charged', async () => {
    await using sandbox = startSandbox();
    const controller = new AbortController();
    const answer = sandbox.charge({ ...charge, method: 'sandbox_silent' }, controller.signal);
    controller.abort();
    await expect(answer).rejects.toThrow('told not to answer');
    expect(await sandbox.books.charges()).toEqual([]);
  });

  test('sandbox_twice is told of once more, and not to those who have stopped listening', async () => {
    await using sandbox = startSandbox();
    const told: string[] = [];
    sandbox.onOutcome?.((key) => told.push(key));
    sandbox.onOutcome?.((key) => told.push(`${key} after the end`))();
    for (const method of ['sandbox_twice', 'sandbox_twice', 'sandbox_visa'])
      await sandbox.charge({ ...charge, method });
    await new Promise(setImmediate);
    expect(told).toEqual([charge.idempotencyKey]);
  });

  test('is made once for a key, and answered as it was the first time', async () => {
    await using sandbox = startSandbox();
    const first = await sandbox.charge(charge);
    expect(await sandbox.charge(charge)).toEqual(first);
    expect(await sandbox.charge({ ...charge, method: 'sandbox_declined' })).toEqual(first);
    expect(await sandbox.books.charges()).toHaveLength(1);
  });

  test('is made once for a key that is asked for many times at once', async () => {
    await using sandbox = startSandbox();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => sandbox.charge(charge)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await sandbox.books.charges()).toHaveLength(1);
  });

  test('is made again for another key', async () => {
    await using sandbox = startSandbox();
    const first = await sandbox.charge(charge);
    expect(await sandbox.charge({ ...charge, idempotencyKey: 'payment-2' })).not.toEqual(first);
    expect(await sandbox.books.charges()).toHaveLength(2);
  });

  test('is not made by a method that there is not', async () => {
    await using sandbox = startSandbox();
    await expect(sandbox.charge({ ...charge, method: 'gold' })).rejects.toThrow();
    expect(await sandbox.books.charges()).toEqual([]);
  });
});

describe('calling a charge off', () => {
  const calledOff = { status: 'declined', reason: expect.stringContaining('called off') };

  test.each(SandboxMethod.options)('before it is made is final: %s', async (method) => {
    await using sandbox = startSandbox();
    expect(await sandbox.cancel({ ...charge, method })).toEqual(calledOff);
    expect(await sandbox.cancel({ ...charge, method })).toEqual(calledOff);
    expect(await sandbox.books.charges()).toMatchObject([{ isCancelled: true }]);
  });

  test('forbids a request that is still on its way', async () => {
    await using sandbox = startSandbox();
    await sandbox.cancel(charge);
    expect(await sandbox.charge(charge)).toEqual(calledOff);
  });

  test.each(['sandbox_visa', 'sandbox_declined', 'sandbox_slow'])(
    'comes too late when it was made: %s',
    async (method) => {
      await using sandbox = startSandbox();
      const made = await sandbox.charge({ ...charge, method });
      expect(await sandbox.cancel({ ...charge, method })).toEqual(made);
    },
  );

  test('comes too late for a slow one, whose money still comes', async () => {
    await using sandbox = startSandbox();
    const slow = { ...charge, method: 'sandbox_slow' };
    const made = await sandbox.charge(slow);
    await sandbox.cancel(slow);
    sandbox.clock.set(later(5));
    expect(await sandbox.cancel(slow)).toEqual({ ...made, status: 'succeeded' });
  });
});

describe('a refund', () => {
  const refund = { idempotencyKey: 'refund-1', reference: 'sandbox_1', amount };

  test('is made once for a key', async () => {
    await using sandbox = startSandbox();
    const first = await sandbox.refund(refund);
    expect(first).toMatch(/^sandbox_refund_/);
    expect(await sandbox.refund(refund)).toBe(first);
    expect(await sandbox.books.refunds()).toEqual([{ ...refund, refundReference: first }]);
  });

  test('is made once for a key that is asked for many times at once', async () => {
    await using sandbox = startSandbox();
    const names = await Promise.all(Array.from({ length: 20 }, () => sandbox.refund(refund)));
    expect(new Set(names).size).toBe(1);
    expect(await sandbox.books.refunds()).toHaveLength(1);
  });

  test('is another for another key', async () => {
    await using sandbox = startSandbox();
    const first = await sandbox.refund(refund);
    expect(await sandbox.refund({ ...refund, idempotencyKey: 'refund-2' })).not.toBe(first);
  });
});
