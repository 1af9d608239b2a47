import { expect, test } from 'vitest';
import { ApiProblem } from './api/problem.ts';
import { untouched } from './form-state.ts';
import { invalid, refused } from './refusal.ts';
import { english } from './testing/words.ts';
import { keyOf, typedIn } from './typed-in.ts';

const { t } = english;

const key = '7c1f6a4e-0a53-4f4b-9a1c-5a0a8f4f7c11';

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

test('what was typed is kept, but neither the password nor what the framework adds', () => {
  expect(typedIn(form({ email: 'a@b.example', password: 'secret', $ACTION_KEY: 'k' }))).toEqual({
    email: 'a@b.example',
  });
});

test('a form that never reached the API keeps its key', () => {
  const state = invalid(untouched, form({ title: '', idempotencyKey: key }), { title: 'Must not be empty.' }, t);
  expect(state).toMatchObject({ attempt: 1, errors: { title: 'Must not be empty.' }, idempotencyKey: key });
});

test('a refusal is said in words, marks its inputs, and gets a fresh key', () => {
  const problem = new ApiProblem('invalid-input', 400, 'The request is not valid', undefined, [
    { field: 'price.amount', message: 'must be more than zero' },
  ]);
  const state = refused(untouched, form({ price: '0', idempotencyKey: key }), problem, t);
  expect(state.errors).toEqual({ price: 'Must be more than zero.' });
  expect(state.values).toMatchObject({ price: '0' });
  expect(state.message).not.toContain('invalid-input');
  expect(state.idempotencyKey).not.toBe(key);
});

test.each([
  ['unreachable', 503],
  ['internal', 500],
  ['busy', 503],
] as const)('when the outcome is unknown (%s) the same key is sent again', (code, status) => {
  const state = refused(untouched, form({ idempotencyKey: key }), new ApiProblem(code, status, 'x'), t);
  expect(state.idempotencyKey).toBe(key);
});

test('what is not a refusal is thrown on', () => {
  expect(() => refused(untouched, form({}), new TypeError('bug'), t)).toThrow('bug');
});

test('a form without a key gets one', () => {
  expect(keyOf(form({}))).toMatch(/^[0-9a-f-]{36}$/);
});
