import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { credentials } from '../controls.ts';
import { browserOf, startAuth } from '../testing.ts';

let api: Awaited<ReturnType<typeof startAuth>>;
let browser: Record<string, string>;
beforeAll(async () => {
  api = await startAuth();
  browser = browserOf(await api.send('POST', '/api/users/signup', { body: credentials }));
});
afterAll(() => api[Symbol.asyncDispose]());

const ben = { ...credentials, email: 'ben@example.com' };
const json = JSON.stringify(ben);

describe.each(['/api/users/signup', '/api/users/signin'])('POST %s', (path) => {
  test.each([
    ['malformed JSON', '{"email":', 'body'],
    ['nothing', '', 'body'],
    ['a list', [ben], 'body'],
    ['null', 'null', 'body'],
    ['__proto__', json.replace('{', '{"__proto__":{"role":"operator"},'), 'body'],
    ['no address', { password: ben.password }, 'email'],
    ['an operator for an address', { ...ben, email: { $gt: '' } }, 'email'],
    ['two addresses', { ...ben, email: ['ben@example.com', 'zoe@example.com'] }, 'email'],
    ['an address of 10,000 characters', { ...ben, email: `${'x'.repeat(10_000)}@example.com` }, 'email'],
    ['no password', { email: ben.email }, 'password'],
    ['an operator for a password', { ...ben, password: { $ne: '' } }, 'password'],
    ['a number for a password', { ...ben, password: 12_345_678 }, 'password'],
    ['a password of 129 characters', { ...ben, password: 'x'.repeat(129) }, 'password'],
    ['a password of 10,000 characters', { ...ben, password: 'x'.repeat(10_000) }, 'password'],
    ['an unknown field', { ...ben, role: 'operator' }, 'role'],
    ['an id', { ...ben, id: '5e11e700-0000-4000-8000-000000000001' }, 'id'],
  ])('refuses %s', async (_, body, field) => {
    await api.refused('invalid-input', field, 'POST', path, { body });
  });

  test('refuses a body of 17 KiB', async () => {
    const body = { ...ben, password: 'x'.repeat(17 * 1024) };
    await api.refused('body-too-large', undefined, 'POST', path, { body });
  });

  test('refuses a form', async () => {
    const request = { body: 'email=ben', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    await api.refused('unsupported-media-type', undefined, 'POST', path, request);
  });

  test.each(['', 'two words', 'x'.repeat(129)])('refuses the Idempotency-Key %j', async (key) => {
    const request = { body: credentials, headers: { 'idempotency-key': key } };
    const field = 'Idempotency-Key';
    await api.refused('invalid-input', field, 'POST', path, request);
  });
});

describe('POST /api/users/signup', () => {
  test.each([
    ['an address that is none', { ...ben, email: 'ben' }, 'email'],
    ['an empty address', { ...ben, email: ' ' }, 'email'],
    ['a password of 7 characters', { ...ben, password: 'ab3$efg' }, 'password'],
    ['a password that everybody has', { ...ben, password: 'Password123' }, 'password'],
    ['a word of ours', { ...ben, password: 'boxoffice1' }, 'password'],
    ['two characters', { ...ben, password: 'abababab' }, 'password'],
    ['the address as the password', { ...ben, password: ben.email }, 'password'],
  ])('refuses %s', async (_, body, field) => {
    const reply = await api.refused('invalid-input', field, 'POST', '/api/users/signup', { body });
    expect(reply.cookies).toEqual([]);
  });
});

describe.each([
  ['/api/users/signup', ben],
  ['/api/users/signin', credentials],
  ['/api/users/signout', undefined],
])('POST %s', (path, body) => {
  test.each([
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of another subdomain', { 'sec-fetch-site': 'same-site' }],
    ['of another origin', { origin: 'https://evil.example' }],
    ['of no origin', { origin: 'null' }],
  ])('refuses a page %s, with a cookie and without', async (_, headers) => {
    await api.refused('cross-site-request', undefined, 'POST', path, { body, headers });
    const { cookie = '' } = browser;
    await api.refused('cross-site-request', undefined, 'POST', path, { body, headers: { ...headers, cookie } });
  });

  test('refuses a cookie from an unknown origin', async () => {
    const { cookie = '' } = browser;
    await api.refused('cross-site-request', undefined, 'POST', path, { body, headers: { cookie } });
  });
});

test('nobody was signed out by all that', async () => {
  const reply = await api.send('GET', '/api/users/currentuser', { headers: browser });
  expect(reply.body).toMatchObject({ currentUser: { email: credentials.email } });
});
