import { describe, expect, test } from 'vitest';
import { amount, buyerId, orderId } from '../controls.ts';
import { startPayments } from '../testing.ts';

const body = { orderId, paymentMethod: 'sandbox_twice' };
const sold = ['payment: PaymentSucceeded', 'ticket: TicketSold', 'order: OrderPaid'];

describe('a card whose bank answers twice', () => {
  test('is charged once, and its payment is written down once', async () => {
    await using api = await startPayments();
    const reply = await api.send('POST', '/api/payments', { as: buyerId, body });
    expect(reply).toMatchObject({ status: 201, body: { amount, status: 'succeeded' } });
    // Closing waits for what the second answer has begun.
    await api.app.close();
    expect(await api.after(3)).toEqual([sold]);
    expect(await api.books.charges()).toHaveLength(1);
  });

  test('is written down by the second answer when the first was lost', async () => {
    await using api = await startPayments();
    api.provider.silent = true;
    const reply = await api.send('POST', '/api/payments', { as: buyerId, body });
    expect(reply).toMatchObject({ status: 201, body: { status: 'requested' } });
    api.provider.silent = false;
    api.provider.ring(reply.body.id);
    await api.app.close();
    expect(await api.after(3)).toEqual([sold]);
    expect(await api.books.charges()).toHaveLength(1);
  });

  test('that tells of a payment which nobody asked for changes nothing', async () => {
    await using api = await startPayments();
    api.provider.ring(crypto.randomUUID());
    await api.app.close();
    expect(await api.log.head()).toBe(2);
  });
});
