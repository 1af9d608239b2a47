import { startApi } from '@boxoffice/common/testing';
import { MailboxReply, MailView } from '@boxoffice/contracts';
import { expect, test } from 'vitest';
import { buyerId, sellerId, stranger } from '../controls.ts';
import { mailOf } from '../testing.ts';
import { mailboxQueries } from './routes.ts';
import { openSqliteMailbox } from './sqlite.ts';

const path = '/api/mailbox';

/** A buyer with three mails, and a seller with one. */
async function startMailbox() {
  const mailbox = openSqliteMailbox(':memory:');
  for (const mail of [mailOf(buyerId, 3), mailOf(buyerId, 7), mailOf(buyerId, 5), mailOf(sellerId, 7, 1)])
    await mailbox.keep(mail);
  return startApi({ routes: () => [mailboxQueries({ mailbox })] });
}

test('shows the own mails, the newest first, without their words, and keeps them out of caches', async () => {
  await using api = await startMailbox();
  const { status, body, headers } = await api.send('GET', path, { as: buyerId });
  expect(status).toBe(200);
  expect(MailboxReply.strict().parse(body)).toEqual(body);
  expect(body.items.map(({ subject }: { subject: string }) => subject)).toEqual(['Mail 7.0', 'Mail 5.0', 'Mail 3.0']);
  const { id, kind, at } = mailOf(buyerId, 7);
  expect(body.items[0]).toEqual({ id, kind, at, subject: 'Mail 7.0' });
  expect(headers['cache-control']).toBe('no-store');
  expect((await api.send('GET', path, { as: stranger })).body).toEqual({ items: [] });
});

test('shows them in pages, and none twice though others come in between', async () => {
  await using api = await startMailbox();
  const { body: first } = await api.send('GET', `${path}?limit=2`, { as: buyerId });
  expect(first.items).toHaveLength(2);
  const { body: second } = await api.send('GET', `${path}?limit=2&cursor=${first.nextCursor}`, { as: buyerId });
  expect(second).toEqual({ items: [expect.objectContaining({ subject: 'Mail 3.0' })] });
});

test.each([
  ['cursor=elsewhere', 'cursor'],
  [`cursor=${Buffer.from('["7",0]').toString('base64url')}`, 'cursor'],
  ['limit=0', 'limit'],
  ['of=somebody', 'of'],
])('refuses ?%s', async (query, field) => {
  await using api = await startMailbox();
  expect((await api.refused('invalid-input', field, 'GET', `${path}?${query}`, { as: buyerId })).status).toBe(400);
});

test('shows one of the own mails, as text and as HTML', async () => {
  await using api = await startMailbox();
  const { id, kind, at, subject, text, html } = mailOf(buyerId, 5);
  const { body, headers } = await api.send('GET', `${path}/${id}`, { as: buyerId });
  expect(MailView.strict().parse(body)).toEqual({ id, kind, at, subject, text, html });
  expect(headers['cache-control']).toBe('no-store');
});

test("does not show other people's mails, nor that there are any", async () => {
  await using api = await startMailbox();
  const others = await api.refused('mail-not-found', undefined, 'GET', `${path}/${mailOf(sellerId, 7, 1).id}`, {
    as: buyerId,
  });
  const none = await api.refused('mail-not-found', undefined, 'GET', `${path}/${mailOf(sellerId, 99).id}`, {
    as: buyerId,
  });
  const same = ({ correlationId: _, ...problem }: { correlationId?: string }) => problem;
  expect(same(others.body)).toEqual(same(none.body));
});

test('asks who it is', async () => {
  await using api = await startMailbox();
  const { id } = mailOf(buyerId, 5);
  expect((await api.refused('not-signed-in', undefined, 'GET', path)).status).toBe(401);
  expect((await api.refused('not-signed-in', undefined, 'GET', `${path}/${id}`)).status).toBe(401);
});
