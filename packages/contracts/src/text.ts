import { z } from 'zod';

const unprintable = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\ufeff\u2800\u115f\u1160\u3164\uffa0]/u;
const blank = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

/**
 * One line of text that people typed: Unicode NFC, outer blanks removed, 1 to `max` characters and one of them to be
 * seen, no control characters or line separators, and no characters that turn the direction of writing (they make
 * one text look like another).
 */
export function line(max: number) {
  return z
    .string()
    .max(max * 4, { error: `must be ${max} characters or fewer` })
    .transform((text) =>
      text
        .normalize('NFC')
        .trim()
        .replaceAll(/[ \t]+/g, ' '),
    )
    .pipe(
      z
        .string()
        .max(max, { error: `must be ${max} characters or fewer` })
        .refine((text) => !blank.test(text), { error: 'must not be empty' })
        .refine((text) => !unprintable.test(text), { error: 'must not contain control characters' }),
    );
}
