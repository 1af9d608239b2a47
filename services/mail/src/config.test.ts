import { ConfigError, readConfig } from '@boxoffice/common';
import { expect, test } from 'vitest';
import { ProjectorConfig } from './config.ts';

const needed = { MONGODB_URL: 'mongodb://localhost/market?replicaSet=rs0', NATS_URL: 'nats://localhost' };
const from = { MAIL_FROM: 'Boxoffice <tickets@example.com>' };

test('without settings of its own mail stays in the mailbox', () => {
  const { SMTP_URL, MAIL_FROM, PUBLIC_URL } = readConfig(ProjectorConfig, needed);
  expect([SMTP_URL, MAIL_FROM, PUBLIC_URL]).toEqual([undefined, undefined, 'http://localhost:3000']);
});

test.each([
  { SMTP_URL: 'smtp://localhost:2525', ...from },
  { SMTP_URL: 'smtps://market:p%40ss@mail.example.com', MAIL_FROM: 'tickets@example.com' },
  { MAIL_FROM: 'Zoë’s tickets <tickets@mail.example.com>' },
])('takes %j', (settings) => {
  expect(readConfig(ProjectorConfig, { ...needed, ...settings })).toMatchObject(settings);
});

test.each([
  ['MAIL_FROM', { SMTP_URL: 'smtp://localhost' }],
  ['SMTP_URL', { ...from, SMTP_URL: 'https://mail.example.com' }],
  ['SMTP_URL', { ...from, SMTP_URL: 'mail.example.com:25' }],
  ['MAIL_FROM', { MAIL_FROM: 'nobody' }],
  ['MAIL_FROM', { MAIL_FROM: 'Boxoffice <tickets@example.com' }],
  ['MAIL_FROM', { MAIL_FROM: 'a@example.com, b@example.com' }],
])('names %s in %j', (key, settings) => {
  const read = () => readConfig(ProjectorConfig, { ...needed, ...settings });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(`${key}: `);
});
