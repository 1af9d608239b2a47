import { Busy, openSqliteVault, type Person, type Vault } from '@boxoffice/common';
import { describe, expect, test } from 'vitest';
import { credentials } from '../controls.ts';
import { scryptPasswords } from '../password/password.ts';
import { browserOf, startAuth } from '../testing.ts';

const path = '/api/users/signup';
const headers = { 'idempotency-key': 'b0a7-1' };

/** A vault, and everybody who was ever put into it. */
function watchedVault(): { vault: Vault; put: Person[] } {
  const vault = openSqliteVault(':memory:');
  const put: Person[] = [];
  const watched: Vault = {
    ...vault,
    put(person) {
      put.push(person);
      return vault.put(person);
    },
  };
  return { vault: watched, put };
}

describe('POST /api/users/signup', () => {
  test('makes an account and begins a session', async () => {
    await using api = await startAuth();
    const reply = await api.send('POST', path, { body: credentials });
    const { email } = credentials;
    expect(reply).toMatchObject({ status: 201, headers: { 'event-position': '1' } });
    expect(reply.body).toStrictEqual({ id: expect.any(String), email });
    const cookie = { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 12 * 60 * 60 };
    expect(reply.cookies).toContainEqual({ name: 'boxoffice-session', value: expect.any(String), ...cookie });

    const me = await api.send('GET', '/api/users/currentuser', { headers: browserOf(reply) });
    expect(me).toMatchObject({ status: 200, body: { currentUser: { id: reply.body.id, email } } });
  });

  test('claims the address, makes the account and begins the session in one commit', async () => {
    await using api = await startAuth();
    const { id: userId } = (await api.send('POST', path, { body: credentials })).body;
    const [commit, ...others] = await api.log.read(0, 10);
    expect(others).toEqual([]);
    expect(commit).toMatchObject({ actor: userId, at: api.clock.now() });
    expect(commit?.events).toMatchObject([
      { type: 'EmailClaimed', data: { userId } },
      { type: 'UserSignedUp', data: { userId } },
      { type: 'UserSignedIn', data: { userId } },
    ]);
  });

  test('destroys what an attempt that was cut off has left behind, and nothing of an account', async () => {
    const vault = openSqliteVault(':memory:');
    await using api = await startAuth({ vault });
    const ben = { ...credentials, email: 'ben@example.com' };
    const { id: benId } = (await api.send('POST', path, { body: ben })).body;
    const left = { passwordHash: '$scrypt$ln=10,r=8,p=1$c2FsdA$aGFzaA' };
    await vault.put({ ...left, userId: 'cut-off', email: credentials.email.toUpperCase() });
    await vault.put({ ...left, userId: 'of-another', email: ben.email });
    const { id } = (await api.send('POST', path, { body: credentials })).body;
    expect(await vault.idsOf(credentials.email)).toEqual([id]);
    expect((await vault.idsOf(ben.email)).toSorted()).toEqual([benId, 'of-another'].toSorted());
  });

  test('keeps the person in the vault alone', async () => {
    await using api = await startAuth();
    const reply = await api.send('POST', path, { body: credentials, headers });
    const log = JSON.stringify(await api.log.read(0, 10)).toLowerCase();
    expect(log).not.toMatch(/zoe|example|owls/);
    expect(reply.text).not.toMatch('owls');
    const person = await api.vault.get(reply.body.id);
    expect(person).toMatchObject({
      email: credentials.email,
      passwordHash: expect.stringMatching(/^\$scrypt\$ln=10,/),
    });
  });

  test('gives a session of twelve hours', async () => {
    await using api = await startAuth();
    const { cookie = '' } = browserOf(await api.send('POST', path, { body: credentials }));
    const { iat, exp, ...claims } = JSON.parse(Buffer.from(cookie.split('.')[1] ?? '', 'base64url').toString());
    expect(iat).toBe(Date.parse(api.clock.now()) / 1000);
    expect(exp - iat).toBe(12 * 60 * 60);
    expect(claims).toStrictEqual({
      sub: expect.any(String),
      sid: expect.any(String),
      iss: 'boxoffice',
      aud: 'boxoffice',
    });
  });

  test.each([credentials.email, 'ZOE@EXAMPLE.COM', ' zoe@example.com '])(
    'refuses %j, which is taken',
    async (email) => {
      await using api = await startAuth();
      await api.send('POST', path, { body: credentials });
      const reply = await api.refused('email-taken', 'email', 'POST', path, { body: { ...credentials, email } });
      expect(reply.cookies).toEqual([]);
    },
  );

  test('gives an address to one of two who want it at once, and forgets the other', async () => {
    const { vault, put } = watchedVault();
    await using api = await startAuth({ vault });
    const bodies = [credentials, { email: credentials.email.toLowerCase(), password: 'another pass phrase' }];
    const replies = await Promise.all(bodies.map((body) => api.send('POST', path, { body })));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await api.log.head()).toBe(1);

    const winner = replies.find(({ status }) => status === 201)?.body.id;
    expect(put).toHaveLength(2);
    for (const { userId } of put) expect((await vault.get(userId)) !== undefined).toBe(userId === winner);
  });

  test('says when too many sign up at once', async () => {
    const busy = { ...scryptPasswords(10), hash: () => Promise.reject(new Busy('Many people are signing in', 2)) };
    await using api = await startAuth({ passwords: busy });
    const reply = await api.refused('busy', undefined, 'POST', path, { body: credentials });
    expect(reply.headers).toMatchObject({ 'retry-after': '2' });
  });
});

describe('signing up with an Idempotency-Key, again', () => {
  test('gets the same account and the same session', async () => {
    const { vault, put } = watchedVault();
    await using api = await startAuth({ vault });
    const first = await api.send('POST', path, { body: credentials, headers });
    const again = await api.send('POST', path, { body: credentials, headers });
    expect(again).toMatchObject({ status: 201, text: first.text });
    expect(browserOf(again)).toEqual(browserOf(first));
    expect(await api.log.head()).toBe(1);
    const known = await Promise.all(put.map(({ userId }) => vault.get(userId)));
    expect(known.filter(Boolean)).toHaveLength(1);
  });

  test('with another password learns nothing', async () => {
    await using api = await startAuth();
    await api.send('POST', path, { body: credentials, headers });
    const body = { ...credentials, password: 'another pass phrase' };
    const reply = await api.refused('email-taken', 'email', 'POST', path, { body, headers });
    expect(reply.cookies).toEqual([]);
  });

  test('with another address is another account', async () => {
    await using api = await startAuth();
    const first = await api.send('POST', path, { body: credentials, headers });
    const theirs = await api.send('POST', path, { body: { ...credentials, email: 'ben@example.com' }, headers });
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(first.body.id);
  });

  test('leaves nobody behind in the vault when it is refused', async () => {
    const { vault, put } = watchedVault();
    const passwords = {
      ...scryptPasswords(10),
      verify: () => Promise.reject(new Busy('Many people are signing in', 2)),
    };
    await using api = await startAuth({ vault, passwords });
    const first = await api.send('POST', path, { body: credentials, headers });
    await api.refused('busy', undefined, 'POST', path, { body: credentials, headers });
    expect(put).toHaveLength(2);
    for (const { userId } of put) expect((await vault.get(userId)) !== undefined).toBe(userId === first.body.id);
  });
});
