import { given, stateOf } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import { appointed, dismissed, forgotten, passwordChanged, sessionsEnded, signedUp, userId } from '../controls.ts';
import { user } from './user.ts';

describe('signing up', () => {
  const signUp = { type: 'SignUp', userId } as const;

  test('done', () => given([]).when(user, signUp).thenEmits([signedUp]));

  test('repeated', () => given([signedUp]).when(user, signUp).thenNothing());
});

describe('appointing an operator', () => {
  const appoint = { type: 'Appoint', userId } as const;

  test('done', () => given([signedUp]).when(user, appoint).thenEmits([appointed]));

  test('again after a dismissal', () =>
    given([signedUp, appointed, dismissed]).when(user, appoint).thenEmits([appointed]));

  test('repeated', () => given([signedUp, appointed]).when(user, appoint).thenNothing());

  test('refused: there is no such user', () => given([]).when(user, appoint).thenRefused('user-not-found'));
});

describe('dismissing an operator', () => {
  const dismiss = { type: 'Dismiss', userId } as const;

  test('done', () => given([signedUp, appointed]).when(user, dismiss).thenEmits([dismissed]));

  test('repeated', () => given([signedUp, appointed, dismissed]).when(user, dismiss).thenNothing());

  test('of a user who never was one', () => given([signedUp]).when(user, dismiss).thenNothing());

  test('refused: there is no such user', () => given([]).when(user, dismiss).thenRefused('user-not-found'));
});

test.each([
  ['ending all sessions', 'EndSessions', sessionsEnded],
  ['changing the password', 'ChangePassword', passwordChanged],
] as const)('%s: each time, of a user that there is', (_, type, event) => {
  given([signedUp]).when(user, { type, userId }).thenEmits([event]);
  given([signedUp, event]).when(user, { type, userId }).thenEmits([event]);
  given([]).when(user, { type, userId }).thenRefused('user-not-found');
  expect(stateOf(user, [signedUp, event, event])).toMatchObject({ endings: 2 });
});

describe('forgetting', () => {
  const forget = { type: 'Forget', userId } as const;

  test('done', () => given([signedUp, passwordChanged]).when(user, forget).thenEmits([forgotten]));

  test('of an operator', () => given([signedUp, appointed]).when(user, forget).thenEmits([forgotten]));

  test('repeated', () => given([signedUp, forgotten]).when(user, forget).thenNothing());

  test('refused: there is no such user', () => given([]).when(user, forget).thenRefused('user-not-found'));

  test.each(['Appoint', 'Dismiss', 'EndSessions', 'ChangePassword'] as const)(
    'there is nobody to %s any more',
    (type) => {
      given([signedUp, appointed, forgotten]).when(user, { type, userId }).thenRefused('user-not-found');
    },
  );
});

test('an account is there when it was made', () => {
  expect(stateOf(user, [])).toEqual({ exists: false, isForgotten: false, isOperator: false, endings: 0 });
  expect(stateOf(user, [signedUp])).toEqual({ exists: true, isForgotten: false, isOperator: false, endings: 0 });
});
