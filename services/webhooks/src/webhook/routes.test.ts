import { later, record } from '@boxoffice/common/testing';
import { MAX_WEBHOOKS, WebhookView, WebhookWithSecret } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import { disabled, dropped, ownerId, secretId, stranger, webhookId, webhookStream } from '../controls.ts';
import { startWebhooks } from '../testing.ts';

const body = { url: 'https://hooks.example.com/boxoffice?token=7', events: ['ticket.sold', 'order.paid'] };
const path = `/api/webhooks/${webhookId}`;
const receiver = 'https://hooks.example.com';

describe('POST /api/webhooks', () => {
  test('registers one, and shows its secret', async () => {
    await using api = await startWebhooks();
    const reply = await api.send('POST', '/api/webhooks', { as: ownerId, body });
    expect(reply).toMatchObject({ status: 201, body: { ...body, status: 'enabled', secret: expect.any(String) } });
    expect(reply.headers).toMatchObject({ 'cache-control': 'no-store', location: `/api/webhooks/${reply.body.id}` });
    expect(WebhookWithSecret.strict().parse(reply.body)).toEqual(reply.body);
    expect(reply.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const [commit] = await api.log.read(0, 1);
    expect(commit?.events.map(({ type }) => type)).toEqual(['WebhookAdded', 'WebhookRegistered']);
  });

  test('never shows the secret again, and has it in no event', async () => {
    await using api = await startWebhooks();
    const { body: made } = await api.send('POST', '/api/webhooks', { as: ownerId, body });
    const seen = await api.send('GET', `/api/webhooks/${made.id}`, { as: ownerId });
    expect(seen.body).not.toHaveProperty('secret');
    expect(JSON.stringify(await api.log.read(0, 10))).not.toContain(made.secret.slice('whsec_'.length));
  });

  test('the same request again is the same webhook, with the same secret', async () => {
    await using api = await startWebhooks();
    const send = () => api.send('POST', '/api/webhooks', { as: ownerId, body, headers: { 'idempotency-key': 'one' } });
    const first = await send();
    expect(await send()).toMatchObject({ status: 201, body: first.body });
    expect(await api.log.head()).toBe(1);
  });

  test('the same request again, when the webhook is removed, has no secret to show', async () => {
    await using api = await startWebhooks();
    const headers = { 'idempotency-key': 'one' };
    const { body: made } = await api.send('POST', '/api/webhooks', { as: ownerId, body, headers });
    await api.send('DELETE', `/api/webhooks/${made.id}`, { as: ownerId });
    await api.follow();
    const again = await api.send('POST', '/api/webhooks', { as: ownerId, body, headers });
    expect(again).toMatchObject({ status: 201, body: { id: made.id } });
    expect(again.body).not.toHaveProperty('secret');
  });

  test(`a person has ${MAX_WEBHOOKS} at the most, also when many are asked for at once`, async () => {
    await using api = await startWebhooks();
    const asked = Array.from({ length: MAX_WEBHOOKS + 5 }, () =>
      api.send('POST', '/api/webhooks', { as: ownerId, body }),
    );
    const replies = await Promise.all(asked);
    const tooMany = replies.filter(({ body: { code } }) => code === 'too-many-webhooks');
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(MAX_WEBHOOKS);
    expect(tooMany).toHaveLength(5);
    expect(await api.send('POST', '/api/webhooks', { as: stranger, body })).toMatchObject({ status: 201 });
    const { items } = (await api.send('GET', '/api/webhooks', { as: ownerId })).body;
    expect(items).toHaveLength(MAX_WEBHOOKS);
    await api.send('DELETE', `/api/webhooks/${items[0].id}`, { as: ownerId });
    expect(await api.send('POST', '/api/webhooks', { as: ownerId, body })).toMatchObject({ status: 201 });
  });
});

describe('DELETE /api/webhooks/:id', () => {
  test('removes it, and what was kept of it', async () => {
    await using api = await startWebhooks();
    await api.register(receiver);
    await api.list();
    await api.follow();
    expect(await api.send('DELETE', path, { as: ownerId })).toMatchObject({ status: 204 });
    await api.refused('webhook-not-found', undefined, 'GET', path, { as: ownerId });
    await api.follow();
    const [commit] = await api.log.read(2, 1);
    expect(commit?.events).toMatchObject([{ type: 'WebhookRemoved' }, dropped]);
    expect(await api.secrets.get([secretId])).toEqual([]);
    expect(await api.deliveries.page(webhookId, { limit: 10 })).toEqual([]);
  });

  test('again does nothing', async () => {
    await using api = await startWebhooks();
    await api.register(receiver);
    await api.send('DELETE', path, { as: ownerId });
    expect(await api.send('DELETE', path, { as: ownerId })).toMatchObject({ status: 204 });
    expect(await api.log.head()).toBe(2);
  });
});

describe('POST /api/webhooks/:id/rotate', () => {
  test('gives it another secret, beside which the one before signs for a day', async () => {
    await using api = await startWebhooks();
    const before = await api.register(receiver);
    const reply = await api.send('POST', `${path}/rotate`, { as: ownerId });
    expect(reply).toMatchObject({ status: 200, body: { previousSecretUntil: later(86_400) } });
    expect(WebhookWithSecret.strict().parse(reply.body)).toEqual(reply.body);
    expect(reply.body.secret).not.toBe(before);
  });

  test('the same request again is the same secret', async () => {
    await using api = await startWebhooks();
    await api.register(receiver);
    const send = () => api.send('POST', `${path}/rotate`, { as: ownerId, headers: { 'idempotency-key': 'one' } });
    const { secret } = (await send()).body;
    expect(await send()).toMatchObject({ status: 200, body: { secret } });
    expect(await api.log.head()).toBe(2);
  });
});

describe('POST /api/webhooks/:id/enable', () => {
  test('has messages sent again', async () => {
    await using api = await startWebhooks();
    await api.register(receiver);
    await record(api.log, { [webhookStream]: [disabled] });
    expect((await api.send('GET', path, { as: ownerId })).body).toMatchObject({
      status: 'disabled',
      reason: 'failing',
    });
    const reply = await api.send('POST', `${path}/enable`, { as: ownerId });
    expect(reply).toMatchObject({ status: 200, body: { status: 'enabled' } });
    expect(WebhookView.strict().parse(reply.body)).toEqual(reply.body);
    expect(reply.body).not.toHaveProperty('reason');
  });

  test('does nothing where they are', async () => {
    await using api = await startWebhooks();
    await api.register(receiver);
    expect(await api.send('POST', `${path}/enable`, { as: ownerId })).toMatchObject({ status: 200 });
    expect(await api.log.head()).toBe(1);
  });
});

describe('a webhook is nobody else’s', () => {
  const requests = [
    ['GET', path],
    ['GET', `${path}/deliveries`],
    ['DELETE', path],
    ['POST', `${path}/rotate`],
    ['POST', `${path}/enable`],
    ['POST', `${path}/test`],
    ['POST', `${path}/replay`, { from: 1 }],
  ] as const;

  test.each(requests)('%s %s', async (method, at, sent?: object) => {
    await using api = await startWebhooks();
    await api.register(receiver);
    const more = sent ? { body: sent } : {};
    await api.refused('webhook-not-found', undefined, method, at, { as: stranger, ...more });
    await api.refused('webhook-not-found', undefined, method, at.replace('3eb4', '3eb5'), { as: ownerId, ...more });
    await api.refused('not-signed-in', undefined, method, at, more);
    expect((await api.send('GET', '/api/webhooks', { as: stranger })).body).toEqual({ items: [] });
  });

  test('a refused command leaves no secret behind', async () => {
    await using api = await startWebhooks();
    await api.register(receiver);
    const put: string[] = [];
    const { put: original } = api.secrets;
    Object.assign(api.secrets, {
      put: (secret: Parameters<typeof original>[0]) => {
        put.push(secret.secretId);
        return original(secret);
      },
    });
    await api.refused('webhook-not-found', undefined, 'POST', `${path}/rotate`, { as: stranger });
    expect(put).toHaveLength(1);
    expect(await api.secrets.get(put)).toEqual([]);
  });
});
