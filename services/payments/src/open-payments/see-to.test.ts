import { catchUp } from '@boxoffice/common';
import { later, NOW, record } from '@boxoffice/common/testing';
import { OrderPaymentStarted, OrderPlaced, PaymentRequested, TicketListed, TicketReserved } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import {
  amount,
  expired,
  orderId,
  orderStream,
  otherOrder,
  paymentId,
  released,
  reserved,
  ticketId,
  ticketStream,
} from '../controls.ts';
import type { PaymentProvider } from '../provider/provider.ts';
import { startRefund } from '../refund/refund.ts';
import { settle } from '../settlement/settle.ts';
import { startPayments, systemContext } from '../testing.ts';
import { type OpenPayment, openPayments } from './projection.ts';
import { paymentsSeenTo } from './see-to.ts';

type Api = Awaited<ReturnType<typeof startPayments>>;

const requestedAt = later(3);
const graceOver = later(10, requestedAt);

/** Another ticket is being paid. */
async function another({ log }: Api, number: number) {
  const nth = (id: string) => id.replace(/.{4}$/, String(number).padStart(4, '0'));
  const ids = { ticketId: nth(ticketId), orderId: nth(orderId) };
  const payment = nth(paymentId);
  await record(
    log,
    { [`ticket-${ids.ticketId}`]: [sampleOf(TicketListed, { ticketId: ids.ticketId })] },
    {
      [`ticket-${ids.ticketId}`]: [sampleOf(TicketReserved, ids)],
      [`order-${ids.orderId}`]: [sampleOf(OrderPlaced, ids)],
    },
    {
      [`order-${ids.orderId}`]: [sampleOf(OrderPaymentStarted, { orderId: ids.orderId, paymentId: payment })],
      [`payment-${payment}`]: [sampleOf(PaymentRequested, { ...ids, paymentId: payment, amount })],
    },
  );
}

describe('seeing to open payments', () => {
  test('leaves the request that began a payment the time to end it', async () => {
    await using api = await startPayments();
    await api.cutOff();
    api.clock.set('2027-01-01T12:00:12.999Z');
    await api.seeTo();
    expect(await api.log.head()).toBe(3);
    api.clock.set(graceOver);
    await api.seeTo();
    expect(await api.after(3)).toEqual([['payment: PaymentSucceeded', 'ticket: TicketSold', 'order: OrderPaid']]);
    expect((await api.log.read(3, 1))[0]).toMatchObject({
      actor: 'system:settle-payments',
      correlationId: 'correlation-3',
      causationId: '3',
    });
  });

  test.each(['sandbox_visa', 'sandbox_declined'] as const)('does so once: %s', async (method) => {
    await using api = await startPayments();
    await api.cutOff(method);
    for (let minute = 1; minute <= 5; minute += 1) {
      api.clock.set(later(minute * 60));
      await api.seeTo();
    }
    expect(await api.log.head()).toBe(4);
    expect(await api.books.charges()).toHaveLength(1);
    expect(api.errors).toEqual([]);
  });

  test('settles a payment that takes its time as soon as its outcome is there', async () => {
    await using api = await startPayments();
    await api.cutOff('sandbox_slow');
    await settle(api, paymentId, systemContext(NOW));
    await api.seeTo();
    expect(await api.log.head()).toBe(4);
    api.clock.set(later(5));
    await api.seeTo();
    expect(await api.after(4)).toEqual([['payment: PaymentSucceeded', 'ticket: TicketSold', 'order: OrderPaid']]);
  });

  test('calls off what nobody waits for', async () => {
    await using api = await startPayments();
    await api.cutOff('sandbox_silent');
    await record(api.log, { [orderStream]: [expired], [ticketStream]: [released] });
    api.clock.set(graceOver);
    await api.seeTo();
    expect(await api.after(4)).toEqual([['payment: PaymentDeclined', 'order: OrderPaymentDeclined']]);
  });

  test('gives back what is to be given back', async () => {
    await using api = await startPayments();
    await api.cutOff();
    await settle(api, paymentId, systemContext(NOW));
    await startRefund(api.log, { orderId, afterwards: 'relist' }, systemContext(NOW));
    for (let minute = 1; minute <= 3; minute += 1) {
      api.clock.set(later(minute * 60));
      await api.seeTo();
    }
    expect(await api.after(5)).toEqual([['payment: PaymentRefunded', 'order: OrderRefunded']]);
    expect(await api.books.refunds()).toHaveLength(1);
  });

  test('gives money back at once that was waited for for long', async () => {
    await using api = await startPayments();
    await api.cutOff('sandbox_slow');
    await settle(api, paymentId, systemContext(NOW));
    for (let round = 0; round < 4; round += 1) {
      api.clock.set(later(round));
      await api.seeTo();
    }
    await record(api.log, {
      [orderStream]: [expired],
      [ticketStream]: [released, { ...reserved, data: { ...reserved.data, orderId: otherOrder } }],
    });
    api.clock.set(later(6));
    await settle(api, paymentId, systemContext(NOW));
    await api.seeTo();
    expect((await api.log.read((await api.log.head()) - 1, 1))[0]?.events[0]).toMatchObject({
      type: 'PaymentRefunded',
    });
  });

  test('finds what is open after a restart', async () => {
    await using api = await startPayments();
    await api.cutOff();
    await catchUp([openPayments], api.log, api.readModels);
    api.clock.set(graceOver);
    const open = api.readModels.reader<OpenPayment>(openPayments);
    await paymentsSeenTo({ ...api, open, onError: rethrow })();
    expect(await api.log.head()).toBe(4);
  });
});

describe('a payment that cannot be dealt with', () => {
  test('is told of, and is dealt with when it can be', async () => {
    await using api = await startPayments();
    await api.cutOff();
    api.provider.silent = true;
    api.clock.set(graceOver);
    await api.seeTo();
    expect(api.errors).toMatchObject([{ message: 'the provider did not answer' }]);
    expect(await api.log.head()).toBe(3);
    api.provider.silent = false;
    api.clock.set(later(1, graceOver));
    await api.seeTo();
    expect(await api.log.head()).toBe(4);
    expect(await api.books.charges()).toHaveLength(1);
  });

  test('is looked at less and less often, and once a minute at least', async () => {
    await using api = await startPayments();
    await api.cutOff();
    api.provider.silent = true;
    const looks: number[] = [];
    for (let second = 0; second <= 245; second += 1) {
      api.clock.set(later(second, graceOver));
      const before = api.errors.length;
      await api.seeTo();
      if (api.errors.length > before) looks.push(second);
    }
    expect(looks).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243]);
  });

  test('holds up no other, however many they are', { timeout: 30_000 }, async () => {
    await using api = await startPayments();
    const { log, clock } = api;
    for (let number = 1; number <= 1000; number += 1) await another(api, number + 1000);
    clock.set(later(6000));
    api.provider.silent = true;
    for (let round = 0; round < 10; round += 1) await api.seeTo();
    api.provider.silent = false;
    await another(api, 9999);
    const head = await log.head();
    await api.seeTo();
    expect(await api.after(head)).toEqual([['payment: PaymentSucceeded', 'ticket: TicketSold', 'order: OrderPaid']]);
  });

  test('holds up no other, even when the provider hangs', async () => {
    await using api = await startPayments();
    await api.cutOff();
    await another(api, 2);
    await another(api, 3);
    api.clock.set(later(60));
    const hung = Promise.withResolvers<never>();
    const provider: PaymentProvider = {
      ...api.provider,
      charge: (charge, signal) =>
        charge.idempotencyKey === paymentId ? hung.promise : api.provider.charge(charge, signal),
    };
    await catchUp([openPayments], api.log, api.readModels);
    const errors: unknown[] = [];
    const open = api.readModels.reader<OpenPayment>(openPayments);
    const seeing = paymentsSeenTo({ ...api, provider, open, onError: (error) => errors.push(error) })();
    await expect.poll(() => api.log.head()).toBe(11);
    hung.reject(new Error('connection reset'));
    await seeing;
    expect(errors).toMatchObject([{ message: 'connection reset' }]);
    expect((await api.books.charges()).map(({ idempotencyKey }) => idempotencyKey)).not.toContain(paymentId);
  });
});

function rethrow(error: unknown): never {
  throw error;
}
