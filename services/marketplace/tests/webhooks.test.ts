import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { answers, startReceiver } from '../../webhooks/src/testing-receiver.ts';
import { testMarket } from './support/market.ts';
import { newcomer, sendTo } from './support/person.ts';
import { newDataDir, openMarket, settings } from './support/process.ts';
import { webhookSuite } from './webhooks.suite.ts';

describe('in one process', () => {
  webhookSuite(async () => {
    const market = await testMarket({ allowPrivate: true });
    return { person: market.person, [Symbol.asyncDispose]: () => market[Symbol.asyncDispose]() };
  });
});

test('an address of this machine is refused where that is not allowed', async () => {
  await using market = await testMarket();
  const seller = await market.person();
  for (const url of [
    'http://127.0.0.1:9/hook',
    'https://127.0.0.1/hook',
    'https://[::1]/hook',
    'https://localhost/hook',
  ]) {
    const reply = await seller.post('/api/webhooks', { url, events: ['ticket.sold'] });
    expect(reply.json()).toMatchObject({ status: 400, errors: [{ field: 'url' }] });
  }
});

test('a sale that was being told when the process was killed is told when it starts again', {
  timeout: 60_000,
}, async () => {
  await using receiver = await startReceiver();
  const env = { ...settings(newDataDir()), WEBHOOK_ALLOW_PRIVATE: 'true' };
  let secret = '';
  {
    await using market = await openMarket(['--empty'], env);
    const seller = await newcomer(sendTo(market.url));
    const body = { url: receiver.url, events: ['ticket.listed', 'ticket.withdrawn'] };
    secret = (await seller.post('/api/webhooks', body)).json().secret;
    receiver.answer = () => undefined;
    const ticket = await seller.lists();
    await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(1);
    await seller.delete(`/api/tickets/${ticket.id}`);
    market.child.kill('SIGKILL');
    await market.ended;
  }
  receiver.answer = answers(204);
  await using _again = await openMarket([], env);
  await expect.poll(() => receiver.received.length, { timeout: 40_000 }).toBe(3);
  const messages = receiver.received.map(({ headers, body }) => ({
    id: headers['webhook-id'],
    message: new Webhook(secret).verify(body, headers as Record<string, string>) as { type: string },
  }));
  const told = Map.groupBy(messages, ({ message: { type } }) => type);
  expect([...told].map(([type, all]) => [type, all.length]).toSorted()).toEqual([
    ['ticket.listed', 2],
    ['ticket.withdrawn', 1],
  ]);
  expect(new Set(told.get('ticket.listed')?.map(({ id }) => id)).size).toBe(1);
});
