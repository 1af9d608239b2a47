import { afterAll, beforeAll, describe, test } from 'vitest';
import { ownerId, webhookId } from '../controls.ts';
import { startWebhooks } from '../testing.ts';

let api: Awaited<ReturnType<typeof startWebhooks>>;
beforeAll(async () => {
  api = await startWebhooks({ allowPrivate: false });
  await api.register('https://hooks.example.com');
});
afterAll(() => api[Symbol.asyncDispose]());

const good = { url: 'https://hooks.example.com', events: ['ticket.sold'] };

const bodies: [string, unknown, string][] = [
  ['nothing', '', 'body'],
  ['a list', [good], 'body'],
  ['no address', { events: good.events }, 'url'],
  ['an address that is none', { ...good, url: 'hooks.example.com' }, 'url'],
  ['an operator for an address', { ...good, url: { $gt: '' } }, 'url'],
  ['an address without TLS', { ...good, url: 'http://hooks.example.com' }, 'url'],
  ['a file', { ...good, url: 'file:///etc/passwd' }, 'url'],
  ['a script', { ...good, url: 'javascript:alert(1)' }, 'url'],
  ['a password in the address', { ...good, url: 'https://zoe:hunter2@hooks.example.com' }, 'url'],
  ['a user in the address', { ...good, url: 'https://zoe@hooks.example.com' }, 'url'],
  ['a fragment', { ...good, url: 'https://hooks.example.com/#part' }, 'url'],
  ['an address of 3,000 characters', { ...good, url: `https://hooks.example.com/${'x'.repeat(3000)}` }, 'url'],
  ['no events', { url: good.url }, 'events'],
  ['an empty list of events', { ...good, events: [] }, 'events'],
  ['an event twice', { ...good, events: ['ticket.sold', 'ticket.sold'] }, 'events'],
  ['an event that is none', { ...good, events: ['ticket.teleported'] }, 'events.0'],
  ['the message that says nothing', { ...good, events: ['webhook.ping'] }, 'events.0'],
  ['a secret of one’s own', { ...good, secret: 'whsec_c2VjcmV0' }, 'secret'],
  ['somebody else as the owner', { ...good, ownerId }, 'ownerId'],
];

const privateHosts = [
  ...['localhost', 'LOCALHOST', 'market.localhost', 'printer.local', 'metadata.google.internal', 'localhost.'],
  ...['127.0.0.1', '127.1', '0x7f000001', '2130706433', '10.0.0.7', '192.168.1.1', '169.254.169.254', '0.0.0.0'],
  ...['[::1]', '[::ffff:127.0.0.1]', '[fd00::1]', '[fe80::1]', '[64:ff9b::7f00:1]'],
];

describe('POST /api/webhooks', () => {
  test.each(bodies)('refuses %s', async (_, body, field) => {
    await api.refused('invalid-input', field, 'POST', '/api/webhooks', { as: ownerId, body });
  });

  test.each(privateHosts)('refuses what leads to %s', async (host) => {
    const body = { ...good, url: `https://${host}/hook` };
    await api.refused('invalid-input', 'url', 'POST', '/api/webhooks', { as: ownerId, body });
  });

  test('refuses a form and what is too large', async () => {
    const headers = { 'content-type': 'text/plain' };
    const body = JSON.stringify(good);
    await api.refused('unsupported-media-type', undefined, 'POST', '/api/webhooks', { as: ownerId, body, headers });
    const large = { ...good, url: 'x'.repeat(20_000) };
    await api.refused('body-too-large', undefined, 'POST', '/api/webhooks', { as: ownerId, body: large });
  });
});

describe('POST /api/webhooks/:id/replay', () => {
  test.each([
    ['no position', {}, 'from'],
    ['position 0', { from: 0 }, 'from'],
    ['a position before all', { from: -1 }, 'from'],
    ['half a position', { from: 1.5 }, 'from'],
    ['a position in words', { from: '1' }, 'from'],
    ['a position beyond all numbers', '{"from":1e400}', 'from'],
    ['an unknown field', { from: 1, to: 7 }, 'to'],
  ])('refuses %s', async (_, body, field) => {
    await api.refused('invalid-input', field, 'POST', `/api/webhooks/${webhookId}/replay`, { as: ownerId, body });
  });
});

describe('GET /api/webhooks/:id/deliveries', () => {
  test.each([
    ['a cursor that is none', 'cursor=nonsense', 'cursor'],
    ['a cursor of another list', `cursor=${Buffer.from('["-placedAt","x","y"]').toString('base64url')}`, 'cursor'],
    ['too many', 'limit=101', 'limit'],
    ['an unknown field', 'status=pending', 'status'],
  ])('refuses %s', async (_, query, field) => {
    await api.refused('invalid-input', field, 'GET', `/api/webhooks/${webhookId}/deliveries?${query}`, { as: ownerId });
  });

  test('refuses an id that is none', async () => {
    await api.refused('invalid-input', 'id', 'GET', '/api/webhooks/1/deliveries', { as: ownerId });
  });
});
