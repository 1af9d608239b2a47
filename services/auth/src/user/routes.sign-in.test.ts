import { openSqliteVault } from '@boxoffice/common';
import { later, record } from '@boxoffice/common/testing';
import { OperatorAppointed, OperatorDismissed } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import { credentials } from '../controls.ts';
import { scryptPasswords } from '../password/password.ts';
import { browserOf, startAuth } from '../testing.ts';

const path = '/api/users/signin';
const me = '/api/users/currentuser';

async function startWithZoe(options: Parameters<typeof startAuth>[0] = {}) {
  const api = await startAuth(options);
  const reply = await api.send('POST', '/api/users/signup', { body: credentials });
  return { api, zoe: reply.body, browser: browserOf(reply) };
}

describe('POST /api/users/signin', () => {
  test.each([credentials.email, 'ZOE@example.com', ' zoe@EXAMPLE.com '])('as %j', async (email) => {
    const { api, zoe } = await startWithZoe();
    await using _ = api;
    const reply = await api.send('POST', path, { body: { ...credentials, email } });
    expect(reply).toMatchObject({ status: 200, body: zoe, headers: { 'event-position': '2' } });
    expect(await api.send('GET', me, { headers: browserOf(reply) })).toMatchObject({ body: { currentUser: zoe } });
    const [commit] = await api.log.read(1, 1);
    expect(commit).toMatchObject({ actor: zoe.id, events: [{ type: 'UserSignedIn', data: { userId: zoe.id } }] });
  });

  test('begins a new session each time', async () => {
    const { api, browser } = await startWithZoe();
    await using _ = api;
    const sessions = [
      await api.send('POST', path, { body: credentials }),
      await api.send('POST', path, { body: credentials }),
    ];
    const cookies = [browser, ...sessions.map(browserOf)].map(({ cookie }) => cookie);
    expect(new Set(cookies).size).toBe(3);
  });

  test('answers an unknown address and a wrong password alike', async () => {
    const { api } = await startWithZoe();
    await using _ = api;
    const bodies = [
      { ...credentials, password: 'day owls in berlin' },
      { ...credentials, email: 'ben@example.com' },
      { email: 'nobody', password: '' },
    ];
    const replies = [];
    for (const body of bodies) replies.push(await api.refused('wrong-credentials', undefined, 'POST', path, { body }));
    const told = replies.map(({ status, headers, cookies, body }) => {
      const { date: _date, ...others } = headers;
      return { status, others, cookies, body: { ...body, correlationId: '' } };
    });
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
    expect(told[0]?.cookies).toEqual([]);
  });

  test('stores a password anew that was stored at a lower cost', async () => {
    const vault = openSqliteVault(':memory:');
    const { api, zoe } = await startWithZoe({ vault });
    await using _ = api;
    await vault.put({
      userId: zoe.id,
      email: zoe.email,
      passwordHash: await scryptPasswords(9).hash(credentials.password),
    });
    expect(await api.send('POST', path, { body: credentials })).toMatchObject({ status: 200 });
    const stronger = await vault.get(zoe.id);
    expect(stronger).toMatchObject({ email: zoe.email, passwordHash: expect.stringMatching(/^\$scrypt\$ln=10,/) });
    expect(await api.send('POST', path, { body: credentials })).toMatchObject({ status: 200 });
    expect(await vault.get(zoe.id)).toEqual(stronger);
  });

  test('refuses who was forgotten', async () => {
    const { api, zoe, browser } = await startWithZoe();
    await using _ = api;
    await api.vault.forget(zoe.id);
    await api.refused('wrong-credentials', undefined, 'POST', path, { body: credentials });
    expect(await api.send('GET', me, { headers: browser })).toMatchObject({ body: { currentUser: null } });
  });

  test('with an Idempotency-Key, again, is the same session', async () => {
    const { api } = await startWithZoe();
    await using _ = api;
    const request = { body: credentials, headers: { 'idempotency-key': 'b0a7-1' } };
    const first = await api.send('POST', path, request);
    const again = await api.send('POST', path, request);
    expect(browserOf(again)).toEqual(browserOf(first));
    expect(await api.log.head()).toBe(2);
  });

  test('with the key of somebody else is one’s own session', async () => {
    const { api, zoe } = await startWithZoe();
    await using _ = api;
    const headers = { 'idempotency-key': 'b0a7-1' };
    const ben = { ...credentials, email: 'ben@example.com' };
    await api.send('POST', '/api/users/signup', { body: ben });
    await api.send('POST', path, { body: credentials, headers });
    const reply = await api.send('POST', path, { body: ben, headers });
    expect(reply).toMatchObject({ status: 200, body: { email: ben.email } });
    expect(reply.body.id).not.toBe(zoe.id);
  });
});

describe('POST /api/users/signout', () => {
  const signOut = '/api/users/signout';

  test('ends the session: its cookie is worth nothing any more', async () => {
    const { api, zoe, browser } = await startWithZoe();
    await using _ = api;
    const reply = await api.send('POST', signOut, { headers: browser });
    const cleared = { 'event-position': '2', 'clear-site-data': '"cache"' };
    expect(reply).toMatchObject({ status: 204, text: '', headers: cleared });
    const cookie = reply.cookies.find(({ name }) => name === 'boxoffice-session');
    expect(cookie).toMatchObject({ value: '', path: '/', expires: new Date(0) });

    expect(await api.send('GET', me, { headers: browser })).toMatchObject({ body: { currentUser: null } });
    const [commit] = await api.log.read(1, 1);
    expect(commit).toMatchObject({ actor: zoe.id, events: [{ type: 'UserSignedOut' }] });
  });

  test('ends no other session of the same person', async () => {
    const { api, zoe, browser } = await startWithZoe();
    await using _ = api;
    const phone = browserOf(await api.send('POST', path, { body: credentials }));
    await api.send('POST', signOut, { headers: browser });
    expect(await api.send('GET', me, { headers: phone })).toMatchObject({ body: { currentUser: zoe } });
  });

  test('is done already for those who are signed out', async () => {
    const { api, browser } = await startWithZoe();
    await using _ = api;
    expect(await api.send('POST', signOut)).toMatchObject({ status: 204 });
    await api.send('POST', signOut, { headers: browser });
    expect(await api.send('POST', signOut, { headers: browser })).toMatchObject({ status: 204 });
    expect(await api.log.head()).toBe(2);
  });
});

describe('a session', () => {
  test.each([
    ['twelve hours, and what clocks may differ by', 12 * 60 * 60 + 4, true],
    ['no longer', 12 * 60 * 60 + 5, false],
  ])('lasts %s', async (_, seconds, stands) => {
    const { api, zoe, browser } = await startWithZoe();
    await using _api = api;
    api.clock.set(later(seconds));
    const { body } = await api.send('GET', me, { headers: browser });
    expect(body).toEqual({ currentUser: stands ? { ...zoe, isOperator: false } : null });
  });
});

describe('GET /api/users/currentuser', () => {
  test('is nobody without a session', async () => {
    await using api = await startAuth();
    const nobody = { status: 200, body: { currentUser: null }, headers: { 'cache-control': 'no-store' } };
    expect(await api.send('GET', me)).toMatchObject(nobody);
    const headers = { cookie: 'boxoffice-session=garbage' };
    expect(await api.send('GET', me, { headers })).toMatchObject(nobody);
  });

  test('says whether it is an operator', async () => {
    const { api, zoe, browser } = await startWithZoe();
    await using _ = api;
    const isOperator = async () => (await api.send('GET', me, { headers: browser })).body.currentUser.isOperator;
    const userId = zoe.id;
    await record(api.log, { [`user-${userId}`]: [OperatorAppointed.of({ userId })] });
    expect(await isOperator()).toBe(true);
    await record(api.log, { [`user-${userId}`]: [OperatorDismissed.of({ userId })] });
    expect(await isOperator()).toBe(false);
  });

  test('is not kept by anybody', async () => {
    const { api, browser } = await startWithZoe();
    await using _ = api;
    expect((await api.send('GET', me, { headers: browser })).headers).toMatchObject({ 'cache-control': 'no-store' });
  });
});
