import { ApiProblem } from './api/problem.ts';
import type { FormState } from './form-state.ts';
import { wordsFor } from './problem-words.ts';
import { remarkOf } from './remark.ts';
import type { Translate } from './words.ts';

/** Never sent back to the browser. */
const secret = new Set(['password', 'newPassword']);

/** The text fields of a form, without what the framework adds and without secrets. */
export function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$') && !secret.has(name)) typed[name] = value;
  }
  return typed;
}

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

/** The key that the form was made with. */
export function keyOf(form: FormData): string {
  const key = form.get('idempotencyKey');
  return typeof key === 'string' && key !== '' ? key : crypto.randomUUID();
}

/** `price.amount` is typed into the input `price`. */
function inputName(field: string): string {
  return field.split('.')[0] ?? field;
}
