import { type CommandContext, openSqliteEventLog } from '@boxoffice/common';
import { NOW, record } from '@boxoffice/common/testing';
import { PaymentRequested } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import {
  amount,
  listed,
  orderId,
  orderStream,
  paymentId,
  paymentStarted,
  paymentStream,
  placed,
  reserved,
  ticketStream,
} from '../controls.ts';
import type { SandboxCharge } from '../provider/sandbox.ts';
import { openSandboxProvider } from '../provider/sqlite.ts';
import { settleAll, unreliable } from '../testing.ts';
import { settlePayments } from './reaction.ts';
import { settle } from './settle.ts';

const context = (commandId: string): CommandContext => ({
  commandId,
  mayRepeat: true,
  correlationId: 'correlation',
  actor: 'system:settle-payments',
  at: NOW,
});

/** A payment was requested, and then the process died. */
async function cutOff(method = 'sandbox_visa') {
  const log = openSqliteEventLog(':memory:');
  const started = { [orderStream]: [paymentStarted], [paymentStream]: [sampleOf(PaymentRequested, { method })] };
  await record(log, { [ticketStream]: [listed] }, { [ticketStream]: [reserved], [orderStream]: [placed] }, started);
  const provider = openSandboxProvider(':memory:');
  return { log, provider };
}

const referenceOf = (charge: SandboxCharge | undefined) =>
  charge?.outcome.status === 'succeeded' ? charge.outcome.reference : undefined;

const streams = async ({ log }: Awaited<ReturnType<typeof cutOff>>) =>
  (await log.read(3, 10)).map(({ events }) => events.map(({ stream, type }) => [stream, type]));

describe('settling a payment', () => {
  test('that succeeds: the payment, the order and the ticket in one commit', async () => {
    const market = await cutOff();
    await settle(market, paymentId, context('one'));
    const all = [
      [paymentStream, 'PaymentSucceeded'],
      [orderStream, 'OrderPaid'],
      [ticketStream, 'TicketSold'],
    ];
    expect(await streams(market)).toEqual([all]);
    const [charge] = await market.provider.charges();
    expect(charge).toMatchObject({ idempotencyKey: paymentId, orderId, amount, method: 'sandbox_visa' });
  });

  test('that is declined: the payment and the order, and the ticket is still held', async () => {
    const market = await cutOff('sandbox_declined');
    await settle(market, paymentId, context('one'));
    const both = [
      [paymentStream, 'PaymentDeclined'],
      [orderStream, 'OrderPaymentDeclined'],
    ];
    expect(await streams(market)).toEqual([both]);
  });

  test('again changes nothing and charges nothing', async () => {
    const market = await cutOff();
    await settle(market, paymentId, context('one'));
    expect(await settle(market, paymentId, context('one'))).toBeUndefined();
    expect(await settle(market, paymentId, context('two'))).toBeUndefined();
    expect(await market.log.head()).toBe(4);
    expect(await market.provider.charges()).toHaveLength(1);
  });

  test('twice at once writes it down once', async () => {
    const market = await cutOff();
    await Promise.all(['one', 'two', 'two', 'three'].map((id) => settle(market, paymentId, context(id))));
    expect(await market.log.head()).toBe(4);
    expect(await market.provider.charges()).toHaveLength(1);
  });

  test('writes nothing while the provider does not answer, and finds its answer later', async () => {
    const { log, provider: sandbox } = await cutOff();
    const provider = unreliable(sandbox);
    await expect(settle({ log, provider }, paymentId, context('one'))).rejects.toThrow('did not answer');
    expect(await log.head()).toBe(3);
    provider.silent = false;
    await settle({ log, provider }, paymentId, context('one'));
    const [charge, ...others] = await sandbox.charges();
    expect(others).toEqual([]);
    const [commit] = await log.read(3, 1);
    expect(commit?.events[0]?.data).toEqual({ paymentId, orderId, reference: referenceOf(charge) });
  });

  test('that nobody requested does nothing', async () => {
    const market = await cutOff();
    expect(await settle(market, 'another', context('one'))).toBeUndefined();
    expect(await market.provider.charges()).toEqual([]);
  });
});

describe('the reaction', () => {
  test('settles what was requested, under a name that it finds again', async () => {
    const { log, provider } = await cutOff();
    await settleAll(log, provider);
    expect(await log.find('settle-payments:3.1')).toMatchObject({ position: 4, actor: 'system:settle-payments' });
  });

  test.each(['sandbox_visa', 'sandbox_declined'])('changes nothing when it comes again: %s', async (method) => {
    const { log, provider } = await cutOff(method);
    for (let time = 0; time < 5; time += 1) await settleAll(log, provider);
    expect(await log.head()).toBe(4);
    expect(await provider.charges()).toHaveLength(1);
  });

  test('leaves the request that began a payment the time to end it', async () => {
    expect(settlePayments(await cutOff()).delayMs).toBe(10_000);
  });
});
