import type { z } from 'zod';
import { remarkOf } from './remark.ts';
import type { Translate } from './words.ts';

/** The first thing that is wrong with each field, by the field's name. */
export function fieldErrors(error: z.ZodError, t: Translate): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[String(path[0])] ??= remarkOf(message, t);
  return errors;
}
