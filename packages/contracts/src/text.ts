import { z } from 'zod';

const unprintable = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/**
 * One line of text that people typed: Unicode NFC, outer blanks removed, 1 to `max` characters, no control
 * characters and no characters that turn the direction of writing (they make one text look like another).
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
        .min(1, { error: 'must not be empty' })
        .max(max, { error: `must be ${max} characters or fewer` })
        .refine((text) => !unprintable.test(text), { error: 'must not contain control characters' }),
    );
}
