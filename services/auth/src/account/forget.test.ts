import { openSqliteVault } from '@boxoffice/common';
import { reacted, record } from '@boxoffice/common/testing';
import { OperatorAppointed } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import { credentials } from '../controls.ts';
import { forgetPeople } from '../forgotten-person/forget-people.ts';
import { scryptPasswords } from '../password/password.ts';
import { browserOf, startWithZoe } from '../testing.ts';

const path = '/api/users/forget';
const signUp = '/api/users/signup';
const signIn = '/api/users/signin';
const body = { password: credentials.password };

describe('POST /api/users/forget', () => {
  test('forgets the person, ends every session, and frees the address in the same commit', async () => {
    await using api = await startWithZoe();
    const phone = await api.signIn();
    const reply = await api.send('POST', path, { headers: phone, body });
    const headers = { 'event-position': '3', 'clear-site-data': '"cache", "storage"' };
    expect(reply).toMatchObject({ status: 204, text: '', headers });
    expect(reply.cookies).toContainEqual(expect.objectContaining({ name: 'boxoffice-session', value: '' }));
    expect([await api.whoIs(phone), await api.whoIs(api.browser)]).toEqual([undefined, undefined]);
    expect(await api.vault.get(api.zoe.id)).toBeUndefined();
    await api.refused('wrong-credentials', undefined, 'POST', signIn, { body: credentials });
    const [commit] = await api.log.read(2, 1);
    expect(commit).toMatchObject({ actor: api.zoe.id });
    expect(commit?.events.map(({ type }) => type)).toEqual(['UserForgotten', 'EmailReleased']);
  });

  test('lets the address sign up again, as somebody else', async () => {
    await using api = await startWithZoe();
    await api.send('POST', path, { headers: api.browser, body });
    const anew = await api.send('POST', signUp, { body: credentials });
    expect(anew).toMatchObject({ status: 201, body: { email: credentials.email } });
    expect(anew.body.id).not.toBe(api.zoe.id);
    expect(await api.whoIs(browserOf(anew))).toBe(anew.body.id);
    expect(await api.whoIs(api.browser)).toBeUndefined();
    await reacted(forgetPeople(api.vault), api.log, api.clock);
    expect(await api.whoIs(await api.signIn())).toBe(anew.body.id);
  });

  test('is refused with a wrong password, and without a session', async () => {
    await using api = await startWithZoe();
    const { browser: headers } = api;
    const wrong = { password: 'night owls in paris' };
    await api.refused('wrong-credentials', undefined, 'POST', path, { headers, body: wrong });
    await api.refused('invalid-input', 'password', 'POST', path, { headers, body: {} });
    await api.refused('not-signed-in', undefined, 'POST', path, { body });
    expect(await api.whoIs(headers)).toBe(api.zoe.id);
  });

  test('again, is refused: there is no session any more', async () => {
    await using api = await startWithZoe();
    await api.send('POST', path, { headers: api.browser, body });
    await api.refused('not-signed-in', undefined, 'POST', path, { headers: api.browser, body });
  });

  test('twice at once, happens once', async () => {
    await using api = await startWithZoe();
    const both = [1, 2].map(() => api.send('POST', path, { headers: api.browser, body }));
    const statuses = (await Promise.all(both)).map(({ status }) => status);
    expect(statuses).toContain(204);
    expect(statuses.filter((status) => status !== 204 && status !== 401)).toEqual([]);
    expect(await api.log.head()).toBe(2);
  });

  test('makes an operator nobody', async () => {
    await using api = await startWithZoe();
    const userId = api.zoe.id;
    await record(api.log, { [`user-${userId}`]: [OperatorAppointed.of({ userId })] });
    expect(await api.send('POST', path, { headers: api.browser, body })).toMatchObject({ status: 204 });
    expect(await api.whoIs(api.browser)).toBeUndefined();
  });

  test('leaves no session to who signs in at the same moment, wherever that is cut off', async () => {
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
      expect(await api.send('POST', path, { headers: api.browser, body })).toMatchObject({ status: 204 });
    };
    const reply = await api.send('POST', signIn, { body: credentials });
    expect(reply).toMatchObject({ status: 401, cookies: [] });
    expect(await api.vault.get(api.zoe.id)).toBeUndefined();
  });

  test('cut off before the vault, it is finished by itself, and no session is good before that', async () => {
    const vault = openSqliteVault(':memory:');
    let isAway = true;
    const forget = (userId: string) => (isAway ? Promise.reject(new Error('cut off')) : vault.forget(userId));
    await using api = await startWithZoe({ vault: { ...vault, forget } });
    await api.send('POST', path, { headers: api.browser, body });
    expect(await vault.get(api.zoe.id)).toBeDefined();
    expect(await api.whoIs(api.browser)).toBeUndefined();
    await api.refused('wrong-credentials', undefined, 'POST', signIn, { body: credentials });
    isAway = false;
    await reacted(forgetPeople(vault), api.log, api.clock);
    await reacted(forgetPeople(vault), api.log, api.clock);
    expect(await vault.get(api.zoe.id)).toBeUndefined();
  });
});
