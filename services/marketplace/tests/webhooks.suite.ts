import { WebhookMessage } from '@boxoffice/contracts';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { answers, type Received, startReceiver } from '../../webhooks/src/testing-receiver.ts';
import type { Person } from './support/person.ts';

/** A market in which webhooks may lead to this machine, however it runs. */
export interface WebhookMarket extends AsyncDisposable {
  /** A newcomer who has just signed up. */
  person(): Promise<Person>;
}

const soon = { timeout: 20_000, interval: 100 };

/** What those who sell and buy are told, in every mode. */
export function webhookSuite(open: () => Promise<WebhookMarket>): void {
  test('a purchase is told to the seller and to the buyer, signed, and to nobody else', {
    timeout: 60_000,
  }, async () => {
    await using market = await open();
    await using receiver = await startReceiver();
    const [seller, buyer, other] = await Promise.all([market.person(), market.person(), market.person()]);
    const secrets = new Map<string, string>();
    for (const [person, events] of [
      [seller, ['ticket.listed', 'ticket.sold']],
      [buyer, ['order.placed', 'order.paid']],
      [other, ['ticket.sold', 'order.paid']],
    ] as const) {
      const reply = await person.post('/api/webhooks', { url: receiver.url, events });
      expect(reply.statusCode).toBe(201);
      secrets.set(reply.json().id, reply.json().secret);
    }

    const ticket = await seller.lists();
    const order = await buyer.reserves(ticket.id);
    const paid = await buyer.pays(order.id);
    await expect.poll(() => receiver.received.length, soon).toBe(4);
    const told = receiver.received.map((received) => messageOf(received, secrets));
    const { price } = ticket;
    const { fee, total, expiresAt } = order;
    const ids = { orderId: order.id, ticketId: ticket.id };
    expect(new Map(told.map(({ type, data: { position: _, ...data } }) => [type, data]))).toEqual(
      new Map<string, object>([
        ['ticket.listed', { ticketId: ticket.id, price, quantity: 1 }],
        ['order.placed', { ...ids, price, fee, total, expiresAt }],
        ['ticket.sold', { ticketId: ticket.id, price }],
        ['order.paid', { ...ids, paymentId: paid.json().id, total }],
      ]),
    );
  });

  test('what did not arrive is on record, and can be had again', { timeout: 60_000 }, async () => {
    await using market = await open();
    await using receiver = await startReceiver();
    receiver.answer = answers(500);
    const seller = await market.person();
    const made = (await seller.post('/api/webhooks', { url: receiver.url, events: ['ticket.listed'] })).json();
    const listed = await seller.lists();
    const deliveries = async () => (await seller.get(`/api/webhooks/${made.id}/deliveries`)).json().items;
    await expect.poll(async () => (await deliveries())[0]?.attempts.length, soon).toBe(1);
    const [failed] = await deliveries();
    expect(failed).toMatchObject({ status: 'pending', attempts: [{ status: 500 }] });
    receiver.answer = answers(204);
    await seller.post(`/api/webhooks/${made.id}/replay`, { from: 1 });
    await expect.poll(async () => (await deliveries())[0]?.status, soon).toBe('delivered');
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([failed.id]));

    await seller.delete(`/api/webhooks/${made.id}`);
    await seller.delete(`/api/tickets/${listed.id}`);
    expect((await seller.get(`/api/webhooks/${made.id}/deliveries`)).json()).toMatchObject({ status: 404 });
  });
}

/** What was received, if it was signed with the secret of the webhook that it came by. */
function messageOf({ headers, body }: Received, secrets: ReadonlyMap<string, string>): WebhookMessage {
  const [webhookId = ''] = String(headers['webhook-id']).split('_');
  const secret = secrets.get(webhookId) ?? '';
  return WebhookMessage.parse(new Webhook(secret).verify(body, headers as Record<string, string>));
}
