import { expect, test } from 'vitest';
import { safeNext, signInTo } from './safe-next.ts';

test.each(['/', '/orders', '/tickets/1?done=listed#history', '/?q=rock%20n%20roll'])('%s is kept', (path) => {
  expect(safeNext(path)).toBe(path);
});

test.each([
  undefined,
  ['/orders'],
  '',
  'orders',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/%2e//evil.example',
  'https://evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  ' /orders',
  '/signin?next=/orders',
  '/signup',
  '/api/users/signout',
])('%j leads to the front page', (next) => {
  expect(safeNext(next)).toBe('/');
});

test('the way back survives the sign-in page', () => {
  const url = new URL(signInTo('/tickets/1?a=b&c=d'), 'http://here.invalid');
  expect(url.pathname).toBe('/signin');
  expect(safeNext(url.searchParams.get('next'))).toBe('/tickets/1?a=b&c=d');
});
