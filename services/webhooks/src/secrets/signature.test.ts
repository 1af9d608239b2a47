import { NOW } from '@boxoffice/common/testing';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { newSecret, signedHeaders } from './signature.ts';

const body = '{"type":"ticket.sold","data":{"title":"Zoë & the Night Owls"}}';
const now = () => new Date().toISOString();

test('a secret is of 32 bytes, and never the same', () => {
  const secrets = Array.from({ length: 100 }, newSecret);
  expect(new Set(secrets).size).toBe(100);
  for (const secret of secrets) expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32);
});

test('a receiver knows by the signature that a message is ours', () => {
  const secret = newSecret();
  const headers = signedHeaders([secret], { id: 'one', body, at: now() });
  expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
});

test.each([
  ['another body', { body: body.replace('sold', 'listed') }],
  ['another id', { 'webhook-id': 'two' }],
  ['another time', { 'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 1) }],
  ['no signature', { 'webhook-signature': '' }],
])('a receiver refuses it with %s', (_, { body: sent = body, ...forged }: Record<string, string>) => {
  const secret = newSecret();
  const headers = { ...signedHeaders([secret], { id: 'one', body, at: now() }), ...forged };
  expect(() => new Webhook(secret).verify(sent, headers)).toThrow();
});

test('a receiver refuses what was signed with another secret, or long ago', () => {
  const secret = newSecret();
  const verify = (headers: Record<string, string>) => () => new Webhook(secret).verify(body, headers);
  expect(verify(signedHeaders([newSecret()], { id: 'one', body, at: now() }))).toThrow('No matching signature');
  const before = new Date(Date.now() - 301_000).toISOString();
  expect(verify(signedHeaders([secret], { id: 'one', body, at: before }))).toThrow('too old');
});

test('with two secrets it is known by either', () => {
  const [present, before] = [newSecret(), newSecret()];
  const headers = signedHeaders([present, before], { id: 'one', body, at: now() });
  for (const secret of [present, before]) expect(new Webhook(secret).verify(body, headers)).toBeDefined();
});

test('signs as the specification says, byte by byte', () => {
  const secret = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;
  expect(signedHeaders([secret], { id: 'one', body: '{}', at: NOW })).toEqual({
    'webhook-id': 'one',
    'webhook-timestamp': '1798804800',
    'webhook-signature': 'v1,qdC794aMn3Dkxp9snYoboCXPnyQt6gDKbTw2XatgAeU=',
  });
});
