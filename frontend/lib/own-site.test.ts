import { expect, test } from 'vitest';
import { mayChange } from './own-site.ts';

const host = 'boxoffice.example';

test.each([
  ['POST', { 'sec-fetch-site': 'same-origin' }],
  ['POST', { 'sec-fetch-site': 'none' }],
  ['POST', { origin: `https://${host}` }],
  ['GET', { 'sec-fetch-site': 'cross-site' }],
  ['HEAD', {}],
])('%s with %j may go on', (method, headers) => {
  expect(mayChange(method, new Headers({ host, ...headers }))).toBe(true);
});

test.each([
  ['POST', {}],
  ['POST', { 'sec-fetch-site': 'cross-site' }],
  ['POST', { 'sec-fetch-site': 'same-site' }],
  ['POST', { 'sec-fetch-site': 'cross-site', origin: `https://${host}` }],
  ['POST', { origin: 'null' }],
  ['POST', { origin: 'https://evil.example' }],
  ['POST', { origin: `https://${host}.evil.example` }],
  ['DELETE', {}],
])('%s with %j may not', (method, headers) => {
  expect(mayChange(method, new Headers({ host, ...headers }))).toBe(false);
});
