import { InvalidInput } from '@boxoffice/common';
import { describe, expect, test } from 'vitest';
import { credentials } from '../controls.ts';
import { checkPassword } from './rules.ts';

const check = (password: string, email = credentials.email) => checkPassword(password, email);

describe('a password', () => {
  test.each([
    [credentials.password],
    ['correct horse battery staple'],
    ['xkcd-936'],
    ['🦉 🎷 🌙 🦉 🎷 🌙'],
    ['passwordpassword'],
    ['aabbcc11'],
    ['my ticket to berlin'],
    ['zoe@example.com 1'],
  ])('may be %j', (password) => {
    expect(() => check(password)).not.toThrow();
  });

  test.each([
    ['password', 'is one of the most used passwords'],
    ['PassWord', 'is one of the most used passwords'],
    ['12345678', 'is one of the most used passwords'],
    ['00000000', 'is one of the most used passwords'],
    ['zxcvbnm123', 'is one of the most used passwords'],
    ['boxoffice', 'is a word of this market with little around it'],
    ['BoxOffice2027!', 'is a word of this market with little around it'],
    ['*tickets*', 'is a word of this market with little around it'],
    ['ticket 12345', 'is a word of this market with little around it'],
    ['abababab', 'has too few different characters'],
    ['zzzzzzzz', 'has too few different characters'],
    ['AaAaAaAa', 'has too few different characters'],
    ['zoe@example.com', 'is your address'],
    ['ZOE@EXAMPLE.COM', 'is your address'],
  ])('is refused: %j %s', (password, message) => {
    expect(() => check(password)).toThrow(InvalidInput);
    expect(() => check(password)).toThrow(expect.objectContaining({ errors: [{ field: 'password', message }] }));
  });

  test('is refused when it is what stands before the @', () => {
    expect(() => check('zoe.nightowl', 'Zoe.NightOwl@example.com')).toThrow('is your address');
  });
});
