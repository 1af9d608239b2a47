import { expect, test } from 'vitest';
import { buyerId } from '../controls.ts';
import { openSqliteMailbox } from '../mailbox/sqlite.ts';
import { mailOf } from '../testing.ts';
import { mailTransport } from './mail-transport.ts';
import { TransportAway } from './transport.ts';

const mail = mailOf(buyerId, 1);

test('without settings a mail stays in the mailbox', async () => {
  await using mailbox = openSqliteMailbox(':memory:');
  await using transport = mailTransport({}, mailbox);
  await transport.send(mail, 'buyer@example.com');
  expect(await mailbox.get(buyerId, mail.id)).toEqual(mail);
});

test('with an SMTP server it is handed to that alone, also when nobody is there', async () => {
  await using mailbox = openSqliteMailbox(':memory:');
  const settings = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'tickets@example.com' };
  await using transport = mailTransport(settings, mailbox);
  await expect(transport.send(mail, 'buyer@example.com')).rejects.toThrow(TransportAway);
  expect(await mailbox.get(buyerId, mail.id)).toBeUndefined();
});
