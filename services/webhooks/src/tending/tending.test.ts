import { later, record } from '@boxoffice/common/testing';
import { WebhookRegistered } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import {
  buyerId,
  disabled,
  enabled,
  nextSecretId,
  orderStream,
  ownerId,
  paid,
  placed,
  removed,
  reserved,
  returned,
  secretId,
  sold,
  ticketStream,
  webhookId,
  webhookStream,
} from '../controls.ts';
import { startWebhooks } from '../testing.ts';
import { tidy } from './tidy.ts';

const address = 'https://hooks.example.com';
const path = `/api/webhooks/${webhookId}`;
type Api = Awaited<ReturnType<typeof startWebhooks>>;
const queued = async (api: Api, of = webhookId) =>
  (await api.deliveries.page(of, { limit: 100 })).map(({ id }) => id.replace(of, '')).toReversed();

describe('what happens is queued', () => {
  test('once, under an id that follows from the event, for what was asked for', async () => {
    await using api = await startWebhooks();
    await api.register(address);
    await api.list();
    await record(api.log, { [ticketStream]: [reserved], [orderStream]: [placed] }, { [ticketStream]: [sold] });
    await api.follow();
    expect(await queued(api)).toEqual(['_4_0']);
    await api.follow(1);
    expect(await queued(api)).toEqual(['_4_0']);
  });

  test('for the buyer, by the place of the event in its commit', async () => {
    await using api = await startWebhooks();
    const event = sampleOf(WebhookRegistered, { ownerId: buyerId });
    await record(
      api.log,
      { [webhookStream]: [event] },
      { [orderStream]: [placed] },
      { [ticketStream]: [sold], [orderStream]: [paid] },
    );
    await api.follow();
    expect(await queued(api)).toEqual(['_3_1']);
  });

  test.each([
    ['before it was registered', []],
    ['while it was disabled', [disabled]],
    ['after it was removed', [removed]],
  ])('not for a webhook %s', async (_, events) => {
    await using api = await startWebhooks();
    await api.list();
    if (events.length > 0) await api.register(address);
    if (events.length > 0) await record(api.log, { [webhookStream]: events });
    await record(api.log, { [ticketStream]: [sold] });
    if (events.length === 0) await api.register(address);
    else if (events[0] === disabled) await record(api.log, { [webhookStream]: [enabled] });
    await api.follow();
    expect(await queued(api)).toEqual([]);
  });
});

describe('a replay', () => {
  const sell = async (api: Api) => {
    await api.list();
    await record(api.log, { [ticketStream]: [sold] }, { [ticketStream]: [returned] }, { [ticketStream]: [sold] });
  };
  const replay = async (api: Api, from: number) => {
    const reply = await api.send('POST', `${path}/replay`, { as: ownerId, body: { from } });
    expect(reply).toMatchObject({ status: 202, body: { id: webhookId } });
    await api.follow();
  };

  test('delivers again what was delivered, from a position on, under the same ids', async () => {
    await using api = await startWebhooks({ post: async () => ({ status: 200 }) });
    await api.register(address);
    await sell(api);
    await api.follow();
    await api.deliver();
    const before = await api.deliveries.page(webhookId, { limit: 10 });
    expect(before.map(({ status }) => status)).toEqual(['delivered', 'delivered', 'delivered']);
    api.clock.set(later(7));
    await replay(api, 4);
    const after = await api.deliveries.page(webhookId, { limit: 10 });
    expect(after.map(({ status }) => status)).toEqual(['pending', 'pending', 'delivered']);
    await api.deliver();
    const again = await api.deliveries.page(webhookId, { limit: 10 });
    expect(again.map(({ id, body }) => [id, body])).toEqual(before.map(({ id, body }) => [id, body]));
    expect(again.map(({ attempts }) => attempts.length)).toEqual([2, 2, 1]);
  });

  test('delivers what was missed: while it was disabled, and before it was there', async () => {
    await using api = await startWebhooks();
    await sell(api);
    await api.register(address);
    await api.follow();
    expect(await queued(api)).toEqual([]);
    await replay(api, 1);
    expect(await queued(api)).toEqual(['_2_0', '_3_0', '_4_0']);
  });

  test('delivers nothing of others, and nothing that was not asked for', async () => {
    await using api = await startWebhooks();
    const event = sampleOf(WebhookRegistered, { ownerId: buyerId });
    await api.list();
    await record(api.log, { [ticketStream]: [reserved], [orderStream]: [placed] }, { [ticketStream]: [sold] });
    await record(api.log, { [webhookStream]: [event] });
    await api.send('POST', `${path}/replay`, { as: buyerId, body: { from: 1 } });
    await api.follow();
    expect(await queued(api)).toEqual([]);
  });

  test('from beyond the end delivers nothing', async () => {
    await using api = await startWebhooks();
    await api.register(address);
    await replay(api, 999_999);
    expect(await queued(api)).toEqual([]);
  });

  test('is refused a second time within a minute, with the time to wait', async () => {
    await using api = await startWebhooks();
    await api.register(address);
    await replay(api, 1);
    const reply = await api.refused('replay-too-soon', undefined, 'POST', `${path}/replay`, {
      as: ownerId,
      body: { from: 1 },
    });
    expect(reply.headers['retry-after']).toBe('60');
    api.clock.set(later(60));
    await replay(api, 1);
  });

  test('is refused while it is disabled, and so is a test', async () => {
    await using api = await startWebhooks();
    await api.register(address);
    await record(api.log, { [webhookStream]: [disabled] });
    await api.refused('webhook-disabled', undefined, 'POST', `${path}/replay`, { as: ownerId, body: { from: 1 } });
    await api.refused('webhook-disabled', undefined, 'POST', `${path}/test`, { as: ownerId });
  });
});

test('a test is queued at once, and once for the same request', async () => {
  await using api = await startWebhooks();
  await api.register(address);
  const send = () => api.send('POST', `${path}/test`, { as: ownerId, headers: { 'idempotency-key': 'one' } });
  const reply = await send();
  expect(reply).toMatchObject({ status: 202, body: { type: 'webhook.ping', status: 'pending', attempts: [] } });
  expect((await send()).body).toEqual(reply.body);
  expect(await queued(api)).toHaveLength(1);
});

test('a secret that signs no more is destroyed', async () => {
  await using api = await startWebhooks();
  await api.register(address);
  await api.send('POST', `${path}/rotate`, { as: ownerId });
  await api.follow();
  await tidy(api);
  expect(await api.secrets.get([secretId, nextSecretId])).toHaveLength(1);
  api.clock.set(later(86_400));
  await tidy(api);
  expect(await api.secrets.get([secretId])).toEqual([]);
});

test('deliveries are on record for thirty days', async () => {
  await using api = await startWebhooks({ post: async () => ({ status: 200 }) });
  await api.register(address);
  await api.send('POST', `${path}/test`, { as: ownerId });
  await api.deliver();
  api.clock.set(later(30 * 86_400));
  await tidy(api);
  expect(await queued(api)).toHaveLength(1);
  api.clock.set(later(30 * 86_400 + 1));
  await tidy(api);
  expect(await queued(api)).toEqual([]);
});
