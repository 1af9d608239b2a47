import { openSqliteVault } from '@boxoffice/common';
import { describe, expect, test } from 'vitest';
import { credentials } from '../controls.ts';
import { scryptPasswords } from '../password/password.ts';
import { browserOf, startWithZoe } from '../testing.ts';

const path = '/api/users/password';
const newPassword = 'day owls in berlin';
const body = { password: credentials.password, newPassword };
const signIn = '/api/users/signin';

describe('PUT /api/users/password', () => {
  test('changes it, ends every other session, and goes on under a new cookie', async () => {
    await using api = await startWithZoe();
    const phone = await api.signIn();
    const reply = await api.send('PUT', path, { headers: api.browser, body });
    expect(reply).toMatchObject({ status: 204, text: '', headers: { 'event-position': '3' } });
    expect(await api.whoIs(browserOf(reply))).toBe(api.zoe.id);
    expect([await api.whoIs(phone), await api.whoIs(api.browser)]).toEqual([undefined, undefined]);

    await api.refused('wrong-credentials', undefined, 'POST', signIn, { body: credentials });
    expect(await api.whoIs(await api.signIn(newPassword))).toBe(api.zoe.id);
    const [commit] = await api.log.read(2, 1);
    expect(commit).toMatchObject({ actor: api.zoe.id });
    expect(commit?.events.map(({ type }) => type)).toEqual(['UserPasswordChanged', 'UserSignedIn']);
    expect(JSON.stringify(await api.log.read(0, 10))).not.toMatch(/owls|scrypt/);
  });

  test('is refused with a wrong password, or for one that is easy to guess, or without a session', async () => {
    await using api = await startWithZoe();
    const { browser: headers } = api;
    const wrong = { ...body, password: 'night owls in paris' };
    await api.refused('wrong-credentials', undefined, 'PUT', path, { headers, body: wrong });
    const weak = { ...body, newPassword: 'password123' };
    await api.refused('invalid-input', 'newPassword', 'PUT', path, { headers, body: weak });
    const short = { ...body, newPassword: '7 chars' };
    await api.refused('invalid-input', 'newPassword', 'PUT', path, { headers, body: short });
    await api.refused('not-signed-in', undefined, 'PUT', path, { body });
    expect(await api.whoIs(await api.signIn())).toBe(api.zoe.id);
  });

  test('succeeds for one of two at once', async () => {
    await using api = await startWithZoe();
    const others = ['owls at dawn, twice', 'owls at dusk, thrice'];
    const change = (to: string) => api.send('PUT', path, { headers: api.browser, body: { ...body, newPassword: to } });
    const replies = await Promise.all(others.map(change));
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 401]);
    const winner = others[replies.findIndex(({ status }) => status === 204)];
    expect(await api.whoIs(await api.signIn(winner))).toBe(api.zoe.id);
  });

  test('cut off before the event, it is finished by the same request again', async () => {
    const vault = openSqliteVault(':memory:');
    await using api = await startWithZoe({ vault });
    const { passwordHash: from = '' } = (await vault.get(api.zoe.id)) ?? {};
    await vault.replaceHash({ userId: api.zoe.id, from, to: await scryptPasswords(10).hash(newPassword) });
    const { browser } = api;
    await api.refused('wrong-credentials', undefined, 'PUT', path, { headers: browser, body });
    const headers = { ...browser, 'idempotency-key': 'b0a7-1' };
    const reply = await api.send('PUT', path, { headers, body });
    expect(reply.status).toBe(204);
    expect([await api.whoIs(browserOf(reply)), await api.whoIs(browser)]).toEqual([api.zoe.id, undefined]);
  });

  test('leaves no session to who signs in with the old one at the same moment', async () => {
    const real = scryptPasswords(10);
    let meanwhile = async () => {};
    const passwords = {
      ...real,
      async verify(password: string, stored: string | undefined) {
        const right = await real.verify(password, stored);
        const then = meanwhile;
        meanwhile = async () => {};
        await then();
        return right;
      },
    };
    await using api = await startWithZoe({ passwords });
    meanwhile = async () => {
      expect(await api.send('PUT', path, { headers: api.browser, body })).toMatchObject({ status: 204 });
    };
    const reply = await api.send('POST', signIn, { body: credentials });
    expect(reply).toMatchObject({ status: 401, cookies: [] });
    const types = (await api.log.read(2, 10)).flatMap(({ events }) => events.map(({ type }) => type));
    expect(types).toEqual(['UserSignedIn', 'UserSignedOut']);
  });
});
