import { given, stateOf } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import { signedUp, userId } from '../controls.ts';
import { user } from './user.ts';

describe('signing up', () => {
  test('done', () => given([]).when(user, { userId }).thenEmits([signedUp]));

  test('repeated', () => given([signedUp]).when(user, { userId }).thenNothing());
});

test('an account is there when it was made', () => {
  expect(stateOf(user, [])).toEqual({ exists: false });
  expect(stateOf(user, [signedUp])).toEqual({ exists: true });
});
