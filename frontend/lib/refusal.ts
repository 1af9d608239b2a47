import { ApiProblem } from './api/problem.ts';
import type { FormState } from './form-state.ts';
import { wordsFor } from './problem-words.ts';
import { remarkOf } from './remark.ts';
import { keyOf, typedIn } from './typed-in.ts';
import type { Translate } from './words.ts';

/** The form did not get as far as the API. */
export function invalid(before: FormState, form: FormData, errors: Record<string, string>, t: Translate): FormState {
  return {
    attempt: before.attempt + 1,
    message: t('remark.correct'),
    errors,
    values: typedIn(form),
    idempotencyKey: keyOf(form),
  };
}

/** The API refused. Anything but a refusal is thrown on. */
export function refused(before: FormState, form: FormData, problem: unknown, t: Translate): FormState {
  if (!(problem instanceof ApiProblem)) throw problem;
  const { what, next } = wordsFor(problem, t);
  return {
    attempt: before.attempt + 1,
    message: problem.code === 'not-signed-in' ? what : `${what} ${next}`,
    errors: Object.fromEntries(problem.fields.map(({ field, message }) => [inputName(field), remarkOf(message, t)])),
    values: typedIn(form),
    // A refusal is final for its key. When the outcome is unknown, only the same key is safe to send again.
    idempotencyKey: problem.refused ? crypto.randomUUID() : keyOf(form),
    ...(problem.code === 'not-signed-in' && { signIn: '/signin' }),
  };
}

/** `price.amount` is typed into the input `price`. */
function inputName(field: string): string {
  return field.split('.')[0] ?? field;
}
