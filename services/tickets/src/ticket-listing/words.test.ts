import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded, words } from './words.ts';

describe('folded text', () => {
  test.each([
    ['Zoë', 'zoe'],
    ['Zoe\u0308', 'zoe'],
    ['ZOË', 'zoe'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['ısı', 'isi'],
    ['ΟΔΌΣ', 'οδοσ'],
    ['οδός', 'οδοσ'],
    ['Ёлка', 'елка'],
    ['ﬀ', 'ff'],
    ['Ｋｙｏｔｏ', 'kyoto'],
  ])('%s is %s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  test('folded again is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(folded(folded(text))).toBe(folded(text));
      }),
    );
  });

  test('is the same however the text is composed, and in any case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(folded(text.normalize('NFD'))).toBe(folded(text.normalize('NFC')));
        expect(folded(text.toUpperCase().toLowerCase())).toBe(folded(text.toUpperCase()));
      }),
    );
  });
});

describe('the words of a text', () => {
  test.each([
    ['Zoë & the Night-Owls!', ['zoe', 'the', 'night', 'owls']],
    ['The  night, the  NIGHT', ['the', 'night']],
    ['U2 / 7" 1 000', ['u2', '7', '1', '000']],
    ['AC/DC', ['ac', 'dc']],
    ['夜のフクロウ', ['夜のフクロウ']],
    ['.*+?^$()|[]{}\\', []],
    ['', []],
  ])('%j are %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('mean nothing to a regular expression', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of words(text)) expect(word).toMatch(/^[^\s!-/:-@[-`{-~]+$/);
      }),
    );
  });

  test('begin with what was typed of them so far', () => {
    const letter = fc.constantFrom(...'abzëéßñøåçİıΣσςάЖйü한글ガ夜7');
    fc.assert(
      fc.property(fc.array(letter, { minLength: 1, maxLength: 8 }), fc.nat(), (letters, at) => {
        const typed = letters.slice(0, 1 + (at % letters.length)).join('');
        expect(words(letters.join(''))[0]).toMatch(new RegExp(`^${words(typed)[0]}`));
      }),
    );
  });
});
