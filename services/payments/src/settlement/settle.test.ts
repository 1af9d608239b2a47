import { later, NOW, record } from '@boxoffice/common/testing';
import { PaymentSucceeded, type SandboxMethod } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import {
  amount,
  declined,
  expired,
  lateRefundStarted,
  orderId,
  orderStream,
  otherPayment,
  paymentDeclined,
  paymentId,
  paymentStream,
  refundRequested,
  released,
  repriced,
  reserved,
  ticketStream,
} from '../controls.ts';
import { slow, startPayments, systemContext } from '../testing.ts';
import { settle } from './settle.ts';

type Api = Awaited<ReturnType<typeof startPayments>>;

const settled = (api: Api, commandId?: string) => settle(api, paymentId, systemContext(NOW, commandId));
const charge = (method: SandboxMethod) => ({ idempotencyKey: paymentId, orderId, amount, method });

const sold = ['payment: PaymentSucceeded', 'ticket: TicketSold', 'order: OrderPaid'];
const refunding = ['payment: PaymentSucceeded', 'order: OrderRefundStarted', 'payment: PaymentRefundRequested'];

describe('settling a payment that is awaited', () => {
  test.each([
    ['sandbox_visa', sold],
    ['sandbox_declined', ['payment: PaymentDeclined', 'order: OrderPaymentDeclined']],
    ['sandbox_slow', ['payment: PaymentPending', 'order: OrderPaymentDelayed']],
  ] as const)('%s: all that follows in one commit', async (method, events) => {
    await using api = await startPayments();
    await api.cutOff(method);
    await settled(api);
    expect(await api.after(3)).toEqual([events]);
    expect(await api.books.charges()).toMatchObject([charge(method)]);
  });

  test('says what was taken', async () => {
    await using api = await startPayments();
    await api.cutOff();
    await settled(api);
    const [booked] = await api.books.charges();
    const [commit] = await api.log.read(3, 1);
    const { data } = PaymentSucceeded.of({ paymentId, orderId, amount, reference: booked?.reference ?? '' });
    expect(commit?.events[0]?.data).toEqual(data);
  });

  test('says when the provider has answered, not when it was asked', async () => {
    await using api = await startPayments();
    await api.cutOff();
    const provider = { ...api.provider, charge: slow(api, api.provider.charge) };
    await settle({ ...api, provider }, paymentId, systemContext(NOW));
    expect((await api.log.read(3, 1))[0]?.at).toBe(later(8));
  });

  test('again changes nothing and charges nothing', async () => {
    await using api = await startPayments();
    await api.cutOff();
    await settled(api, 'one');
    expect(await settled(api, 'one')).toBeUndefined();
    expect(await settled(api, 'two')).toBeUndefined();
    expect(await api.log.head()).toBe(4);
    expect(await api.books.charges()).toHaveLength(1);
  });

  test('again while it is pending changes nothing', async () => {
    await using api = await startPayments();
    await api.cutOff('sandbox_slow');
    for (const commandId of ['one', 'one', 'two']) await settled(api, commandId);
    expect(await api.log.head()).toBe(4);
  });

  test('twice at once writes it down once', async () => {
    await using api = await startPayments();
    await api.cutOff();
    await Promise.all(['one', 'two', 'two', 'three'].map((id) => settled(api, id)));
    expect(await api.after(3)).toEqual([sold]);
    expect(await api.books.charges()).toHaveLength(1);
  });

  test('writes nothing while the provider does not answer, and finds its answer later', async () => {
    await using api = await startPayments();
    await api.cutOff();
    api.provider.silent = true;
    await expect(settled(api)).rejects.toThrow('did not answer');
    expect(await api.log.head()).toBe(3);
    api.provider.silent = false;
    await settled(api);
    expect(await api.after(3)).toEqual([sold]);
    expect(await api.books.charges()).toHaveLength(1);
  });

  test('asks nobody but the provider that it was requested of', async () => {
    await using api = await startPayments();
    await api.cutOff();
    const provider = { ...api.provider, name: 'another' };
    await expect(settle({ ...api, provider }, paymentId, systemContext(NOW))).rejects.toThrow('requested of sandbox');
    expect(await api.log.head()).toBe(3);
    expect(await api.books.charges()).toEqual([]);
  });

  test('that nobody requested does nothing', async () => {
    await using api = await startPayments();
    await api.cutOff();
    expect(await settle(api, otherPayment, systemContext(NOW))).toBeUndefined();
    expect(await api.books.charges()).toEqual([]);
  });
});

describe('a charge that nobody waits for any more', () => {
  test('is called off, and the order hears of it', async () => {
    await using api = await startPayments();
    await api.cutOff();
    await record(api.log, { [orderStream]: [expired], [ticketStream]: [released] });
    await settled(api);
    expect(await api.after(4)).toEqual([['payment: PaymentDeclined', 'order: OrderPaymentDeclined']]);
    expect(await api.books.charges()).toMatchObject([{ idempotencyKey: paymentId, isCancelled: true }]);
    expect(await api.provider.charge(charge('sandbox_visa'))).toMatchObject({ status: 'declined' });
  });

  test('is called off though the answer to that is lost', async () => {
    await using api = await startPayments();
    await api.cutOff();
    await record(api.log, { [orderStream]: [expired], [ticketStream]: [released] });
    api.provider.silent = true;
    await expect(settled(api)).rejects.toThrow('did not answer');
    api.provider.silent = false;
    await settled(api);
    expect(await api.after(4)).toEqual([['payment: PaymentDeclined', 'order: OrderPaymentDeclined']]);
  });
});

describe('money that nobody waits for any more', () => {
  /** The hold has run out, and the money is taken. */
  async function late(...then: Parameters<typeof record>[1][]) {
    const api = await startPayments();
    await api.cutOff();
    await api.provider.charge(charge('sandbox_visa'));
    await record(api.log, { [orderStream]: [expired], [ticketStream]: [released] }, ...then);
    return api;
  }

  test('buys the ticket that is still free', async () => {
    await using api = await late();
    await settled(api);
    const bought = ['payment: PaymentSucceeded', 'ticket: TicketReserved', 'ticket: TicketSold', 'order: OrderPaid'];
    expect(await api.after(4)).toEqual([bought]);
    await settled(api);
    expect(await api.log.head()).toBe(5);
  });

  test.each([
    ['is held by somebody else', { ...reserved, data: { ...reserved.data, orderId: otherPayment } }],
    ['costs something else', repriced],
  ])('is to be given back when the ticket %s', async (_, event) => {
    await using api = await late({ [ticketStream]: [event] });
    await settled(api);
    expect(await api.after(5)).toEqual([refunding]);
    const [commit] = await api.log.read(5, 1);
    expect(commit?.events.slice(1)).toMatchObject([
      { stream: orderStream, data: lateRefundStarted.data },
      { stream: paymentStream, data: { ...refundRequested.data, reason: 'late' } },
    ]);
  });

  test('is settled once, however many look at once', async () => {
    await using api = await late({ [ticketStream]: [repriced] });
    await Promise.all(['one', 'two', 'three'].map((id) => settled(api, id)));
    await settled(api);
    expect(await api.after(5)).toEqual([refunding]);
  });

  test('buys the ticket though the payment had been declined', async () => {
    await using api = await startPayments();
    await api.cutOff();
    await api.provider.charge(charge('sandbox_visa'));
    await record(api.log, { [paymentStream]: [declined], [orderStream]: [paymentDeclined] });
    await settled(api);
    expect(await api.after(4)).toEqual([sold]);
  });
});
