import { expect, test } from 'vitest';
import { WebhookMessage, WebhookPing, WebhookTopic } from './webhook-messages.ts';
import { RegisterWebhook, ReplayWebhook, WebhookUrl } from './webhooks.ts';

const webhook = { url: 'https://hooks.example.com/boxoffice?token=7', events: ['ticket.sold'] };

test('a webhook is an address and what it is to be told of', () => {
  expect(RegisterWebhook.parse(webhook)).toEqual(webhook);
  expect(RegisterWebhook.parse({ ...webhook, events: WebhookTopic.options })).toBeDefined();
});

test.each([
  'https://hooks.example.com',
  'https://hooks.example.com:8443/a/b?c=d',
  'https://[2606:4700:4700::1111]/hook',
  'http://localhost:4000/hook',
])('an address may be %s', (url) => expect(WebhookUrl.parse(url)).toBe(url));

test.each([
  '',
  'hooks.example.com',
  'ftp://hooks.example.com',
  'javascript:alert(1)',
  'https://',
  'https://zoe:hunter2@hooks.example.com',
  'https://zoe@hooks.example.com',
  'https://:hunter2@hooks.example.com',
  'https://hooks.example.com/#part',
])('an address may not be %s', (url) => expect(WebhookUrl.safeParse(url).success).toBe(false));

test.each([{}, { from: 0 }, { from: 1.5 }, { from: '1' }, { from: 1, to: 2 }])('a replay is not %o', (body) =>
  expect(ReplayWebhook.safeParse(body).success).toBe(false),
);

test('each topic has a message, and the ping is no topic', () => {
  const types = WebhookMessage.options.map(({ shape }) => shape.type.value);
  expect(new Set(types)).toEqual(new Set([...WebhookTopic.options, WebhookPing.shape.type.value]));
});
