import { later } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import { credentials } from '../controls.ts';
import { browserOf, startWithZoe } from '../testing.ts';

const path = '/api/users/sessions';
const { password } = credentials;
const ben = { ...credentials, email: 'ben@example.com' };
const unknown = '5e551000-0000-4000-8000-000000000404';

type Api = Awaited<ReturnType<typeof startWithZoe>>;
const idsOf = async ({ send }: Api, headers: Record<string, string>): Promise<string[]> =>
  (await send('GET', path, { headers })).body.items.map(({ id }: { id: string }) => id);

describe('GET /api/users/sessions', () => {
  test('are those that are open, the newest first, with the one that asks', async () => {
    await using api = await startWithZoe();
    api.clock.set(later(60));
    const phone = await api.signIn();
    const reply = await api.send('GET', path, { headers: phone });
    expect(reply).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    expect(reply.body.items).toStrictEqual([
      { id: expect.any(String), startedAt: later(60), expiresAt: later(60 + 12 * 60 * 60), current: true },
      { id: expect.any(String), startedAt: later(0), expiresAt: later(12 * 60 * 60), current: false },
    ]);
    await api.send('POST', '/api/users/signout', { headers: phone });
    expect(await idsOf(api, api.browser)).toEqual([reply.body.items[1].id]);
  });

  test('are no others’, and none that has run out', async () => {
    await using api = await startWithZoe();
    const other = browserOf(await api.send('POST', '/api/users/signup', { body: ben }));
    expect(await idsOf(api, other)).toHaveLength(1);
    api.clock.set(later(12 * 60 * 60 + 1));
    expect(await idsOf(api, await api.signIn())).toHaveLength(1);
    await api.refused('not-signed-in', undefined, 'GET', path);
  });
});

describe('DELETE /api/users/sessions/:id', () => {
  test('ends it, again, and no other', async () => {
    await using api = await startWithZoe();
    api.clock.set(later(60));
    const phone = await api.signIn();
    const [id] = await idsOf(api, phone);
    const end = () => api.send('DELETE', `${path}/${id}`, { headers: api.browser, body: { password } });
    expect(await end()).toMatchObject({ status: 204, cookies: [{ name: 'event-position' }] });
    expect([await api.whoIs(phone), await api.whoIs(api.browser)]).toEqual([undefined, api.zoe.id]);
    expect(await end()).toMatchObject({ status: 204 });
    expect(await api.log.head()).toBe(3);
  });

  test('ends the cookie with the session that asks', async () => {
    await using api = await startWithZoe();
    const [id] = await idsOf(api, api.browser);
    const reply = await api.send('DELETE', `${path}/${id}`, { headers: api.browser, body: { password } });
    expect(reply.cookies).toContainEqual(expect.objectContaining({ name: 'boxoffice-session', value: '' }));
    expect(await api.whoIs(api.browser)).toBeUndefined();
  });

  test('is refused without the password, and for a session of somebody else', async () => {
    await using api = await startWithZoe();
    const { browser: headers } = api;
    const other = browserOf(await api.send('POST', '/api/users/signup', { body: ben }));
    const [own] = await idsOf(api, headers);
    const [theirs] = await idsOf(api, other);
    const wrong = { password: 'night owls in paris' };
    await api.refused('wrong-credentials', undefined, 'DELETE', `${path}/${own}`, { headers, body: wrong });
    await api.refused('invalid-input', 'password', 'DELETE', `${path}/${own}`, { headers, body: {} });
    await api.refused('invalid-input', 'id', 'DELETE', `${path}/7`, { headers, body: { password } });
    for (const id of [theirs, unknown])
      await api.refused('session-not-found', undefined, 'DELETE', `${path}/${id}`, { headers, body: { password } });
    await api.refused('not-signed-in', undefined, 'DELETE', `${path}/${own}`, { body: { password } });
  });
});

describe('POST /api/users/signout-everywhere', () => {
  const everywhere = '/api/users/signout-everywhere';

  test('ends every session, and the next one begins as ever', async () => {
    await using api = await startWithZoe();
    const other = browserOf(await api.send('POST', '/api/users/signup', { body: ben }));
    const phone = await api.signIn();
    const reply = await api.send('POST', everywhere, { headers: phone });
    expect(reply).toMatchObject({ status: 204, headers: { 'event-position': '4', 'clear-site-data': '"cache"' } });
    expect(reply.cookies).toContainEqual(expect.objectContaining({ name: 'boxoffice-session', value: '' }));
    expect([await api.whoIs(phone), await api.whoIs(api.browser)]).toEqual([undefined, undefined]);
    expect(await api.whoIs(other)).toBeDefined();

    const next = await api.signIn();
    expect(await api.whoIs(next)).toBe(api.zoe.id);
    expect(await idsOf(api, next)).toHaveLength(1);
    await api.refused('not-signed-in', undefined, 'POST', everywhere, { headers: phone });
  });

  test('signing in with the Idempotency-Key from before begins another session', async () => {
    await using api = await startWithZoe();
    const again = { body: credentials, headers: { 'idempotency-key': 'b0a7-1' } };
    const before = browserOf(await api.send('POST', '/api/users/signin', again));
    await api.send('POST', everywhere, { headers: before });
    const after = browserOf(await api.send('POST', '/api/users/signin', again));
    expect([await api.whoIs(before), await api.whoIs(after)]).toEqual([undefined, api.zoe.id]);
  });
});
