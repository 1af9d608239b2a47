import { claims, cookieOf, NOW, token } from '@boxoffice/common/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sellerId, ticketId } from '../controls.ts';
import { offer, startTickets } from '../testing.ts';

let api: Awaited<ReturnType<typeof startTickets>>;
beforeAll(async () => {
  api = await startTickets();
});
afterAll(() => api[Symbol.asyncDispose]());

const session = claims(sellerId, ticketId);
const own = { 'sec-fetch-site': 'same-origin' };
const [cookie, host] = [cookieOf(token(session)), 'market.example:8080'];

describe('a session', () => {
  test('is that of a signed token', async () => {
    const reply = await api.send('POST', '/api/tickets', { body: offer, headers: { ...own, cookie } });
    expect(reply).toMatchObject({ status: 201, body: { sellerId } });
  });

  test.each([
    ['nothing', ''],
    ['garbage', 'garbage'],
    ['half a token', token(session).split('.').slice(0, 2).join('.')],
    ['no algorithm', token(session, { alg: 'none' })],
    ['no algorithm, in capitals', token(session, { alg: 'NONE' })],
    ['another algorithm', token(session, { alg: 'HS512' })],
    ['another secret', token(session, { secret: 'another secret, of 32 bytes or more!' })],
    ['the signature of another token', token(session).replace(/\.[^.]+$/, `.${token({}).split('.')[2]}`)],
    ['a time gone by', token({ ...session, exp: Date.parse(NOW) / 1000 - 10 })],
    ['another type of token', token(session, { typ: 'at+jwt' })],
    ['a time to come', token({ ...session, nbf: Date.UTC(2200, 0) / 1000 })],
    ['no end', token({ ...session, exp: undefined })],
    ['another issuer', token({ ...session, iss: 'somebody' })],
    ['no issuer', token({ ...session, iss: undefined })],
    ['another audience', token({ ...session, aud: 'somebody' })],
    ['no audience', token({ ...session, aud: undefined })],
    ['nobody', token({ ...session, sub: undefined })],
    ['an operator for somebody', token({ ...session, sub: { $gt: '' } })],
    ['no session', token({ ...session, sid: undefined })],
  ])('is none with %s', async (_, value) => {
    const request = { body: offer, headers: { ...own, cookie: cookieOf(value) } };
    await api.refused('not-signed-in', undefined, 'POST', '/api/tickets', request);
  });

  test('is none in another cookie or in the address', async () => {
    const headers = { ...own, cookie: `session=${token(session)}`, authorization: `Bearer ${token(session)}` };
    await api.refused('not-signed-in', undefined, 'POST', '/api/tickets', { body: offer, headers });
  });
});

describe.each([
  ['POST', '/api/tickets'],
  ['PUT', `/api/tickets/${ticketId}`],
  ['DELETE', `/api/tickets/${ticketId}`],
] as const)('%s %s', (method, path) => {
  test.each([
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of another subdomain', { 'sec-fetch-site': 'same-site' }],
    ['of another site that claims to be ours', { 'sec-fetch-site': 'cross-site', origin: `http://${host}` }],
    ['of another origin', { origin: 'https://evil.example' }],
    ['of another port', { origin: 'http://market.example' }],
    ['of an origin that begins like ours', { origin: `http://${host}.evil.example` }],
    ['of no origin', { origin: 'null' }],
    ['of an unknown origin', {}],
  ])('refuses a page %s', async (_, headers) => {
    const body = method === 'DELETE' ? undefined : offer;
    const request = { body, headers: { cookie, host, ...headers } };
    await api.refused('cross-site-request', undefined, method, path, request);
  });
});

test.each([
  ['of ours', { 'sec-fetch-site': 'same-origin' }],
  ['of a person who typed the address', { 'sec-fetch-site': 'none' }],
  ['of our origin, in a browser that says no more', { origin: `http://${host}` }],
])('a page %s may change things', async (_, headers) => {
  const reply = await api.send('POST', '/api/tickets', { body: offer, headers: { cookie, host, ...headers } });
  expect(reply.status).toBe(201);
});

test('a program without cookies is not asked where it comes from, but who it is', async () => {
  await api.refused('not-signed-in', undefined, 'POST', '/api/tickets', { body: offer });
});

test('a page of another site may read what everybody may', async () => {
  const headers = { cookie, host, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
  const reply = await api.send('GET', '/api/tickets', { headers });
  expect(reply.status).toBe(200);
  expect(reply.headers).not.toHaveProperty('access-control-allow-origin');
});
