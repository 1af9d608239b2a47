import { expect, test } from 'vitest';
import { guessPassword } from './guess-password.ts';

test.each(['password1', 'qwertyuiop', '12345678', 'Tickets1'])('%s is guessed soon', (password) => {
  expect(guessPassword(password, [])).toBeLessThanOrEqual(1);
});

test('four words in a row are not', () => {
  expect(guessPassword('correct horse battery staple', [])).toBe(4);
});

test('what is in the address is guessed first', () => {
  const password = 'zeliha.karabulut';
  expect(guessPassword(password, [])).toBeGreaterThan(guessPassword(password, ['zeliha.karabulut@example.com']));
});

test('a password of the longest kind is judged within a second', () => {
  const began = performance.now();
  expect(guessPassword('aB3$'.repeat(32), [])).toBeLessThanOrEqual(4);
  expect(performance.now() - began).toBeLessThan(1000);
});
