import { mongodPath, natsStreamingPath } from '@boxoffice/common/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answers, startReceiver } from '../../../webhooks/src/testing-receiver.ts';
import { newcomer, sendTo } from '../support/person.ts';
import { webhookSuite } from '../webhooks.suite.ts';
import { type DistributedMarket, startDistributedMarket } from './support/distributed-market.ts';

describe.runIf(mongodPath && natsStreamingPath)('in a process for each role', { timeout: 90_000 }, () => {
  let market: DistributedMarket;
  beforeAll(async () => {
    market = await startDistributedMarket({ env: { WEBHOOK_ALLOW_PRIVATE: 'true' } });
  }, 240_000);
  afterAll(() => market?.[Symbol.asyncDispose]());

  webhookSuite(async () => ({
    person: () => newcomer(sendTo(market.url)),
    [Symbol.asyncDispose]: async () => undefined,
  }));

  test('a message that was being sent when its process was killed is sent by the next, under its id', async () => {
    await using receiver = await startReceiver();
    receiver.answer = () => undefined;
    const seller = await newcomer(sendTo(market.url));
    await seller.post('/api/webhooks', { url: receiver.url, events: ['ticket.listed'] });
    await seller.lists();
    await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(1);
    const sending = market.roles['webhooks-projector'];
    await sending.kill('SIGKILL');
    receiver.answer = answers(204);
    sending.start();
    await expect.poll(() => receiver.received.length, { timeout: 40_000 }).toBe(2);
    const [first, second] = receiver.received;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
  });

  test('nothing worse was said than that something was refused', () => {
    const complaints = ['webhooks-command', 'webhooks-query', 'webhooks-projector', 'gateway'] as const;
    const said = complaints.flatMap((name) => market.roles[name].output().match(/^.*"level":(50|60).*$/gm) ?? []);
    expect(said).toEqual([]);
  });
});
