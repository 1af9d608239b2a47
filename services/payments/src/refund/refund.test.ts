import { later, NOW, record } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import {
  amount,
  cancelled,
  fee,
  orderId,
  orderStream,
  otherOrder,
  paymentId,
  refundRequested,
  refundStarted,
  ticketId,
} from '../controls.ts';
import { settle } from '../settlement/settle.ts';
import { slow, startPayments, systemContext } from '../testing.ts';
import { finishRefund, startRefund } from './refund.ts';

const context = (commandId?: string) => ({ ...systemContext(NOW, commandId), actor: 'operator:ada' });

/** The ticket is sold; the fourth commit says so. */
async function paid() {
  const api = await startPayments();
  await api.cutOff();
  await settle(api, paymentId, systemContext(NOW));
  return api;
}

describe('undoing a sale', () => {
  test.each([
    ['relist', 'ticket: TicketReturned'],
    ['withdraw', 'ticket: TicketWithdrawn'],
  ] as const)('is written down before the money moves, and takes the ticket back: %s', async (afterwards, event) => {
    await using api = await paid();
    await startRefund(api.log, { orderId, afterwards }, context());
    expect(await api.after(4)).toEqual([['order: OrderRefundStarted', 'payment: PaymentRefundRequested', event]]);
    const [commit] = await api.log.read(4, 1);
    expect(commit).toMatchObject({ actor: 'operator:ada' });
    expect(commit?.events.map(({ data }) => data)).toMatchObject([
      { ...refundStarted.data, total: amount, fee },
      refundRequested.data,
      { ticketId },
    ]);
    expect(await api.books.refunds()).toEqual([]);
  });

  test('is done once', async () => {
    await using api = await paid();
    await startRefund(api.log, { orderId, afterwards: 'relist' }, context('one'));
    expect(await startRefund(api.log, { orderId, afterwards: 'relist' }, context('one'))).toMatchObject({
      repeated: true,
    });
    const again = startRefund(api.log, { orderId, afterwards: 'relist' }, context('two'));
    await expect(again).rejects.toMatchObject({ code: 'order-not-paid' });
    expect(await api.log.head()).toBe(5);
  });

  test('is done once when two ask at once', async () => {
    await using api = await paid();
    const both = (['relist', 'withdraw'] as const).map((afterwards) =>
      startRefund(api.log, { orderId, afterwards }, context()),
    );
    const ends = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(ends.sort()).toEqual(['fulfilled', 'rejected']);
    expect(await api.log.head()).toBe(5);
  });

  test('is refused where nothing was sold', async () => {
    await using api = await startPayments();
    const refund = () => startRefund(api.log, { orderId, afterwards: 'relist' }, context());
    await expect(refund()).rejects.toMatchObject({ code: 'order-not-paid' });
    await record(api.log, { [orderStream]: [cancelled] });
    await expect(refund()).rejects.toMatchObject({ code: 'order-not-paid' });
    expect(await api.log.head()).toBe(3);
  });

  test('is refused where there is no order', async () => {
    await using api = await paid();
    const refund = startRefund(api.log, { orderId: otherOrder, afterwards: 'relist' }, context());
    await expect(refund).rejects.toMatchObject({ code: 'order-not-found' });
  });
});

describe('giving the money back', () => {
  const finish = (api: Awaited<ReturnType<typeof paid>>) => finishRefund(api, paymentId, systemContext(NOW));

  async function undone() {
    const api = await paid();
    await startRefund(api.log, { orderId, afterwards: 'relist' }, context());
    return api;
  }

  test('gives back all that was taken, and writes it down for the payment and the order', async () => {
    await using api = await undone();
    await finish(api);
    expect(await api.after(5)).toEqual([['payment: PaymentRefunded', 'order: OrderRefunded']]);
    const [charge] = await api.books.charges();
    const [refund, ...others] = await api.books.refunds();
    expect(others).toEqual([]);
    expect(refund).toMatchObject({ idempotencyKey: `refund-${paymentId}`, reference: charge?.reference, amount });
    const [commit] = await api.log.read(5, 1);
    expect(commit?.events[0]?.data).toEqual({ paymentId, orderId, amount, reference: refund?.refundReference });
  });

  test('says when the provider has answered, not when it was asked', async () => {
    await using api = await undone();
    const refund = slow(api, api.provider.refund);
    await finishRefund({ ...api, provider: { ...api.provider, refund } }, paymentId, systemContext(NOW));
    expect((await api.log.read(5, 1))[0]?.at).toBe(later(8));
  });

  test('asks nobody but the provider that has taken it', async () => {
    await using api = await undone();
    const provider = { ...api.provider, name: 'another' };
    const refund = finishRefund({ ...api, provider }, paymentId, systemContext(NOW));
    await expect(refund).rejects.toThrow('requested of sandbox');
    expect(await api.books.refunds()).toEqual([]);
  });

  test('gives it back once', async () => {
    await using api = await undone();
    await finish(api);
    expect(await finish(api)).toBeUndefined();
    expect(await api.log.head()).toBe(6);
    expect(await api.books.refunds()).toHaveLength(1);
  });

  test('gives it back once when many see to it at once', async () => {
    await using api = await undone();
    await Promise.all([finish(api), finish(api), finish(api)]);
    expect(await api.log.head()).toBe(6);
    expect(await api.books.refunds()).toHaveLength(1);
  });

  test('gives it back once though the answer to that was lost', async () => {
    await using api = await undone();
    api.provider.silent = true;
    await expect(finish(api)).rejects.toThrow('did not answer');
    expect(await api.log.head()).toBe(5);
    api.provider.silent = false;
    await finish(api);
    expect(await api.log.head()).toBe(6);
    expect(await api.books.refunds()).toHaveLength(1);
  });

  test('gives nothing back that is not to be given back', async () => {
    await using api = await paid();
    expect(await finish(api)).toBeUndefined();
    expect(await finishRefund(api, 'another', systemContext(NOW))).toBeUndefined();
    expect(await api.books.refunds()).toEqual([]);
  });
});
