import type { AddressInfo } from 'node:net';
import { NOW } from '@boxoffice/common/testing';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { expect, test } from 'vitest';
import { buyerId } from '../controls.ts';
import { mailOf } from '../testing.ts';
import { smtpTransport } from './smtp.ts';
import { MailRefused, type MailTransport, TransportAway } from './transport.ts';

const address = 'buyer@example.com';
const mail = {
  ...mailOf(buyerId, 7),
  subject: 'Reserved for you: Zoë & the Night Owls',
  text: 'It is held for you.\n',
  html: '<p>It is held for you.</p>',
};

interface Taken {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

/** An SMTP server on this machine, and a transport that hands mails to it. */
async function startSmtp(options: SMTPServerOptions = {}, credentials = '') {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (chunk) => (text += chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map((to) => to.address), text });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const url = `smtp://${credentials}127.0.0.1:${port}`;
  const transport: MailTransport = smtpTransport({ url, from: 'Boxoffice <tickets@example.com>' });
  return {
    taken,
    transport,
    async [Symbol.asyncDispose]() {
      await transport[Symbol.asyncDispose]();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const refusing = (responseCode: number): SMTPServerOptions => ({
  onRcptTo: (to, _session, done) => done(Object.assign(new Error(`${to.address} is not here`), { responseCode })),
});

const headersOf = ({ text }: Taken) => text.slice(0, text.indexOf('\r\n\r\n')).replaceAll(/\r\n\s+/g, ' ');

test('hands a mail over in both its forms, with what says that a machine wrote it', async () => {
  await using smtp = await startSmtp();
  await smtp.transport.send(mail, address);
  expect(smtp.taken).toMatchObject([{ from: 'tickets@example.com', to: [address] }]);
  const [taken] = smtp.taken;
  const headers = taken ? headersOf(taken) : '';
  for (const line of [
    'From: Boxoffice <tickets@example.com>',
    `To: ${address}`,
    `Message-ID: <${mail.id}@example.com>`,
    `Date: ${new Date(NOW).toUTCString().replace('GMT', '+0000')}`,
    'Auto-Submitted: auto-generated',
  ])
    expect(headers).toContain(line);
  expect(headers).toMatch(/Content-Type: multipart\/alternative/);
  for (const type of ['text/plain', 'text/html']) expect(taken?.text).toContain(`Content-Type: ${type}; charset=utf-8`);
  expect(taken?.text).toContain('<p>It is held for you.</p>');
});

test('a mail that is sent again is the same to whoever gets it', async () => {
  await using smtp = await startSmtp();
  await smtp.transport.send(mail, address);
  await smtp.transport.send(mail, address);
  const ids = smtp.taken.map((taken) => /Message-ID: .*|Date: .*/g.exec(headersOf(taken))?.[0]);
  expect(ids[0]).toBeDefined();
  expect(ids[1]).toBe(ids[0]);
});

test('a subject cannot become a header of its own', async () => {
  await using smtp = await startSmtp();
  await smtp.transport.send({ ...mail, subject: 'Hello\r\nBcc: all@example.com' }, address);
  expect(smtp.taken[0]?.to).toEqual([address]);
  expect(smtp.taken[0] && headersOf(smtp.taken[0])).not.toMatch(/^Bcc:/m);
});

test.each([550, 554])('a mail that is answered by %i is refused for good', async (code) => {
  await using smtp = await startSmtp(refusing(code));
  const refused = smtp.transport.send(mail, address);
  await expect(refused).rejects.toThrow(MailRefused);
  await expect(refused).rejects.toThrow(`EENVELOPE ${code}`);
  await expect(refused).rejects.not.toThrow(address);
});

test.each([421, 450, 452])('a mail that is answered by %i may be taken later', async (code) => {
  await using smtp = await startSmtp(refusing(code));
  const error: Error = await smtp.transport.send(mail, address).then(
    () => new Error('it was taken'),
    (reason) => reason,
  );
  expect(error).not.toBeInstanceOf(MailRefused);
  expect(error.message).toContain(String(code));
  expect(error.message).not.toContain(address);
});

test('a mail that is refused after its last word is refused', async () => {
  await using smtp = await startSmtp({
    onData(stream, _session, done) {
      stream.resume();
      stream.on('end', () => done(Object.assign(new Error('spam'), { responseCode: 554 })));
    },
  });
  await expect(smtp.transport.send(mail, address)).rejects.toThrow(MailRefused);
});

test('a server that is not there, or turns everybody away, is no fault of the mail', async () => {
  await using smtp = await startSmtp();
  const nowhere = smtpTransport({ url: 'smtp://127.0.0.1:9', from: 'tickets@example.com' });
  await expect(nowhere.send(mail, address)).rejects.toThrow(TransportAway);
  await using full = await startSmtp({
    onConnect: (_session, done) => done(Object.assign(new Error('too many'), { responseCode: 421 })),
  });
  await expect(full.transport.send(mail, address)).rejects.toThrow(TransportAway);
  await smtp.transport.send(mail, address);
  expect(smtp.taken).toHaveLength(1);
});

test('a password is not sent where others could read it', async () => {
  const heard: string[] = [];
  await using smtp = await startSmtp(
    {
      onAuth(auth, _session, done) {
        heard.push(auth.password ?? '');
        done(null, { user: 'market' });
      },
    },
    'market:hunter2@',
  );
  const sent = smtp.transport.send(mail, address);
  await expect(sent).rejects.toThrow(TransportAway);
  await expect(sent).rejects.not.toThrow('hunter2');
  expect([heard, smtp.taken]).toEqual([[], []]);
});
