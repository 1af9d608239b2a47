import { later, NOW, record } from '@boxoffice/common/testing';
import { register } from 'prom-client';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test, vi } from 'vitest';
import { disabled, ownerId, sellerId, sold, stranger, ticketStream, webhookId, webhookStream } from '../controls.ts';
import { startWebhooks } from '../testing.ts';
import { answers, startReceiver } from '../testing-receiver.ts';
import { WAITS } from './retry.ts';

const path = `/api/webhooks/${webhookId}`;

/** A seller's webhook leads to a receiver, and a ticket of theirs is sold. */
async function opened() {
  const stack = new AsyncDisposableStack();
  const receiver = stack.use(await startReceiver());
  const api = stack.use(await startWebhooks());
  const secret = await api.register(receiver.url);
  await api.list();
  await record(api.log, { [ticketStream]: [sold] });
  await api.follow();
  const id = `${webhookId}_3_0`;
  return {
    ...{ ...api, receiver, secret, id },
    async delivery() {
      const [found] = await api.deliveries.get([id]);
      if (!found) throw new Error('it was not queued');
      return found;
    },
    /** Sends at a time. */
    async deliverAt(now: string) {
      api.clock.set(now);
      await api.deliver();
    },
    /** Lets time go by until it is given up. */
    async exhaust() {
      for (let tries = 0; tries <= WAITS.length; tries += 1) {
        const [found] = await api.deliveries.get([id]);
        await this.deliverAt(found?.dueAt ?? NOW);
      }
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

describe('a message', () => {
  test('arrives once, signed, and what came of it is on record', async () => {
    await using market = await opened();
    await market.deliver();
    await market.deliver();
    const [received, ...others] = market.receiver.received;
    expect(others).toEqual([]);
    expect(received?.headers).toMatchObject({ 'webhook-id': market.id });
    vi.setSystemTime(NOW);
    const message = new Webhook(market.secret).verify(
      received?.body ?? '',
      received?.headers as Record<string, string>,
    );
    vi.useRealTimers();
    const { ticketId, price } = sold.data;
    expect(message).toEqual({ type: 'ticket.sold', timestamp: later(3), data: { position: 3, ticketId, price } });
    const { body } = await market.send('GET', `${path}/deliveries`, { as: ownerId });
    const attempts = [{ at: NOW, milliseconds: expect.any(Number), status: 204 }];
    const delivery = { id: market.id, type: 'ticket.sold', position: 3, status: 'delivered', queuedAt: NOW, attempts };
    expect(body).toStrictEqual({ items: [delivery] });
  });

  test('is tried again, less and less often, until it arrives', async () => {
    await using market = await opened();
    market.receiver.answer = answers(500);
    await market.deliver();
    const first = await market.delivery();
    expect(first).toMatchObject({ status: 'pending', tries: 1, attempts: [{ status: 500 }] });
    expect(Date.parse(first.dueAt ?? '') - Date.parse(NOW)).toBeGreaterThanOrEqual(5000);
    expect(Date.parse(first.dueAt ?? '') - Date.parse(NOW)).toBeLessThanOrEqual(5500);
    await market.deliverAt(later(4));
    expect(market.receiver.received).toHaveLength(1);
    await market.deliverAt(later(6));
    const second = await market.delivery();
    expect(Date.parse(second.dueAt ?? '') - Date.parse(later(6))).toBeGreaterThanOrEqual(60_000);
    market.receiver.answer = answers(200);
    await market.deliverAt(later(80));
    expect(await market.delivery()).toMatchObject({ status: 'delivered', tries: 3 });
    expect(new Set(market.receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([market.id]));
    expect(new Set(market.receiver.received.map(({ body }) => body)).size).toBe(1);
  });

  test.each([
    ['hangs', () => undefined, { failure: 'timeout' }],
    ['redirects', answers(307, { location: 'https://example.com' }), { status: 307 }],
    [
      'hangs up',
      (response: { socket: { destroy(): void } | null }) => response.socket?.destroy(),
      { failure: 'econnreset' },
    ],
  ])('has not arrived where the receiver %s', async (_, answer, attempt) => {
    await using market = await opened();
    market.receiver.answer = answer as typeof market.receiver.answer;
    await market.deliver();
    expect(await market.delivery()).toMatchObject({ status: 'pending', attempts: [attempt] });
  });

  test('is given up after three days, and the webhook disabled when nothing else arrived', async () => {
    await using market = await opened();
    market.receiver.answer = answers(503);
    await market.exhaust();
    expect(await market.delivery()).toMatchObject({ status: 'given-up' });
    expect(market.receiver.received).toHaveLength(WAITS.length + 1);
    const [commit] = await market.log.read(3, 10);
    expect(commit).toMatchObject({ actor: 'system:send-webhooks', events: [disabled] });
  });

  test('is given up alone where others arrived meanwhile', async () => {
    await using market = await opened();
    market.receiver.answer = (response, { headers }) =>
      answers(headers['webhook-id'] === market.id ? 500 : 204)(response, { headers, body: '' });
    await market.send('POST', `${path}/test`, { as: ownerId });
    await market.exhaust();
    expect(await market.delivery()).toMatchObject({ status: 'given-up' });
    expect(await market.log.head()).toBe(3);
  });

  test('to a receiver that is gone is not sent again, nor is any other', async () => {
    await using market = await opened();
    market.receiver.answer = answers(410);
    await record(market.log, { [ticketStream]: [{ ...sold }] });
    await market.follow();
    await market.deliver();
    await market.deliverAt(later(10));
    expect(market.receiver.received).toHaveLength(1);
    expect((await market.send('GET', path, { as: ownerId })).body).toMatchObject({
      status: 'disabled',
      reason: 'gone',
    });
    const { items } = (await market.send('GET', `${path}/deliveries`, { as: ownerId })).body;
    expect(items.map(({ status }: { status: string }) => status)).toEqual(['dropped', 'given-up']);
  });

  test('is not sent to a webhook that was removed or disabled a moment ago', async () => {
    for (const end of ['removed', 'disabled']) {
      await using market = await opened();
      if (end === 'removed') await market.send('DELETE', path, { as: ownerId });
      else await record(market.log, { [webhookStream]: [disabled] });
      await market.deliver();
      expect(market.receiver.received).toEqual([]);
      const found = await market.deliveries.get([market.id]);
      expect(found.map(({ status }) => status)).toEqual(end === 'removed' ? [] : ['dropped']);
    }
  });

  test('waits where the secret is lost, and goes when there is another', async () => {
    await using market = await opened();
    await market.secrets.destroyAll(webhookId);
    await market.deliver();
    expect(await market.delivery()).toMatchObject({ status: 'pending', attempts: [{ failure: 'no-secret' }] });
    await market.send('POST', `${path}/rotate`, { as: ownerId });
    await market.deliverAt(later(6));
    expect(await market.delivery()).toMatchObject({ status: 'delivered' });
  });
});

describe('a receiver that hangs', () => {
  test('holds up no other', async () => {
    await using market = await opened();
    await using other = await startReceiver();
    market.receiver.answer = () => undefined;
    const { body } = await market.send('POST', '/api/webhooks', {
      as: stranger,
      body: { url: other.url, events: ['order.paid'] },
    });
    const hanging = market.sender.begin();
    await hanging;
    await market.send('POST', `/api/webhooks/${body.id}/test`, { as: stranger });
    await Promise.all(await market.sender.begin());
    expect(other.received).toHaveLength(1);
    await Promise.all(await hanging);
    expect(market.receiver.received).toHaveLength(1);
  });

  test('is left alone for a while, whatever else is due', async () => {
    await using market = await opened();
    await record(market.log, { [ticketStream]: [{ ...sold }] });
    await market.follow();
    market.receiver.answer = answers(500);
    await market.deliver();
    await market.deliver();
    expect(market.receiver.received).toHaveLength(1);
    await market.deliverAt(later(1));
    expect(market.receiver.received).toHaveLength(2);
    await market.send('POST', `${path}/test`, { as: ownerId });
    await market.deliverAt(later(2));
    expect(market.receiver.received).toHaveLength(2);
    await market.deliverAt(later(3));
    expect(market.receiver.received).toHaveLength(3);
  });
});

describe('with two secrets', () => {
  test('a message is known by either for a day, then by the new one alone', async () => {
    await using market = await opened();
    const { secret } = (await market.send('POST', `${path}/rotate`, { as: ownerId })).body;
    await market.deliver();
    await market.send('POST', `${path}/test`, { as: ownerId });
    await market.deliverAt(later(86_400));
    const [during, after] = market.receiver.received;
    const verified = (key: string, one: typeof during, at: string) => {
      vi.setSystemTime(at);
      try {
        return new Webhook(key).verify(one?.body ?? '', one?.headers as Record<string, string>) !== undefined;
      } catch {
        return false;
      } finally {
        vi.useRealTimers();
      }
    };
    expect([market.secret, secret].map((key) => verified(key, during, NOW))).toEqual([true, true]);
    expect([market.secret, secret].map((key) => verified(key, after, later(86_400)))).toEqual([false, true]);
  });
});

test('operators see how much waits, for how long, and what became of it', async () => {
  await using market = await opened();
  const metric = async (name: string, labels: Record<string, string> = {}) => {
    const { values } = (await register.getSingleMetric(name)?.get()) ?? { values: [] };
    return values.find((one) => Object.entries(labels).every(([key, value]) => one.labels[key] === value))?.value ?? 0;
  };
  const delivered = () => metric('boxoffice_webhook_deliveries_total', { status: 'delivered' });
  const answered = () => metric('boxoffice_webhook_attempts_total', { outcome: 'answered' });
  const before = [await delivered(), await answered()] as const;
  market.clock.set(later(7));
  await market.sender.measure();
  expect(await metric('boxoffice_webhook_pending_deliveries')).toBe(1);
  expect(await metric('boxoffice_webhook_overdue_seconds')).toBe(7);
  market.receiver.answer = answers(500);
  await market.deliver();
  market.receiver.answer = answers(204);
  await market.deliverAt(later(60));
  await market.sender.measure();
  expect([await delivered(), await answered()]).toEqual([before[0] + 1, before[1] + 1]);
  expect(await metric('boxoffice_webhook_pending_deliveries')).toBe(0);
  expect(await metric('boxoffice_webhook_overdue_seconds')).toBe(0);
});

test('what a process was sending when it died is sent by another, a while later', async () => {
  await using market = await opened();
  market.receiver.answer = () => undefined;
  const stop = new AbortController();
  const [turn] = await market.sender.begin(stop.signal);
  await expect.poll(() => market.receiver.received.length).toBe(1);
  stop.abort();
  await turn;
  expect(await market.delivery()).toMatchObject({ status: 'pending', attempts: [] });
  market.receiver.answer = answers(204);
  const next = market.startSender();
  await Promise.all(await next.begin());
  expect(market.receiver.received).toHaveLength(1);
  market.clock.set(later(15));
  await Promise.all(await next.begin());
  expect(await market.delivery()).toMatchObject({ status: 'delivered' });
  expect(market.receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([market.id, market.id]);
});

test('two processes send each message once', async () => {
  await using market = await opened();
  for (let time = 0; time < 20; time += 1) await market.send('POST', `${path}/test`, { as: sellerId });
  const senders = [market.sender, market.startSender(), market.startSender()];
  await Promise.all((await Promise.all(senders.map((sender) => sender.begin()))).flat());
  const ids = market.receiver.received.map(({ headers }) => headers['webhook-id']);
  expect([ids.length, new Set(ids).size]).toEqual([21, 21]);
});
