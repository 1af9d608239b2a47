import { expect, test } from 'vitest';
import { parseSetCookie } from './set-cookie.ts';

test('every attribute is kept', () => {
  expect(parseSetCookie('session=abc.def; Path=/; Max-Age=43200; HttpOnly; Secure; SameSite=Lax')).toEqual({
    name: 'session',
    value: 'abc.def',
    path: '/',
    maxAge: 43200,
    httpOnly: true,
    secure: true,
    sameSite: 'lax',
  });
});

test('a cookie that ends is kept as ended', () => {
  const cookie = parseSetCookie('session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT');
  expect(cookie?.value).toBe('');
  expect(cookie?.expires?.getTime()).toBe(0);
});

test('an equals sign inside the value belongs to it', () => {
  expect(parseSetCookie('a=b=c==')?.value).toBe('b=c==');
});

test('the value is decoded once, and left alone when it is not encoded', () => {
  expect(parseSetCookie('a=x%20y')?.value).toBe('x y');
  expect(parseSetCookie('a=100%')?.value).toBe('100%');
});

test('an unknown SameSite is the strictest', () => {
  expect(parseSetCookie('a=b; SameSite=whatever')?.sameSite).toBe('strict');
});

test('what names no cookie is none', () => {
  expect(parseSetCookie('=b; Path=/')).toBeUndefined();
  expect(parseSetCookie('nothing')).toBeUndefined();
});
