import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { line } from './text.ts';

const Line = line(20);
const messages = (text: unknown) => Line.safeParse(text).error?.issues.map(({ message }) => message);

describe('a line of text', () => {
  test.each([
    ['Zoe\u0308', 'Zoë', 'is composed'],
    ['  Row   7\t\tleft ', 'Row 7 left', 'has single blanks and none around it'],
    ['\u3000Row 7\u00a0', 'Row 7', 'has no blanks of other kinds around it'],
    ['Row 7\n', 'Row 7', 'has no break at its end'],
    ['👩‍👩‍👧 café', '👩‍👩‍👧 café', 'may have emoji and accents'],
    ['שלום', 'שלום', 'may be written from right to left'],
    ['\u0627\u200c\u0628', '\u0627\u200c\u0628', 'may have the joiners that scripts need'],
    ['<b>&"\'$gt', '<b>&"\'$gt', 'may have what means something elsewhere'],
  ])('%j %j %s', (typed, kept) => {
    expect(Line.parse(typed)).toBe(kept);
  });

  test('counts its characters after it is composed', () => {
    expect(Line.parse('e\u0301'.repeat(20))).toBe('é'.repeat(20));
    expect(messages('é'.repeat(21))).toEqual(['must be 20 characters or fewer']);
  });

  test.each([10_000, 81, 21])('of %d characters is too long', (length) => {
    expect(messages('x'.repeat(length))).toEqual(['must be 20 characters or fewer']);
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \t '],
    ['a joiner', '\u200d'],
    ['a soft hyphen', '\u00ad'],
    ['a filler', '\u3164'],
    ['tags', '\u{e0041}'],
  ])('is not empty: %s', (_, text) => {
    expect(messages(text)).toContain('must not be empty');
  });

  test.each([
    ['a NUL', '\u0000'],
    ['a line feed', '\n'],
    ['a carriage return', '\r'],
    ['an escape', '\u001b'],
    ['a C1 control', '\u0085'],
    ['a line separator', '\u2028'],
    ['a paragraph separator', '\u2029'],
    ['half a surrogate pair', '\ud83d'],
    ['a private character', '\ue000'],
    ['a character not assigned', '\uffff'],
    ['a zero-width space', '\u200b'],
    ['a byte order mark', '\ufeff'],
    ['a left-to-right mark', '\u200e'],
    ['a right-to-left mark', '\u200f'],
    ['an Arabic letter mark', '\u061c'],
    ['a right-to-left override', '\u202e'],
    ['an isolate', '\u2066'],
  ])('has no control characters: %s', (_, character) => {
    expect(messages(`Row ${character} 7`)).toEqual(['must not contain control characters']);
  });

  test.each([[7], [null], [undefined], [['Row 7']], [{ $gt: '' }], [true]])('%j is none', (value) => {
    expect(messages(value)).toHaveLength(1);
  });

  test('once kept, it is kept as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (typed) => {
        const { data } = Line.safeParse(typed);
        fc.pre(data !== undefined);
        expect(Line.parse(data)).toBe(data);
      }),
    );
  });
});
