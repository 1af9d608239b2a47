import { given, stateOf } from '@boxoffice/common/testing';
import { UserSignedIn } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import { sessionId, signedIn, signedOut, signedUp, userId } from '../controls.ts';
import { user } from './user.ts';

const ids = { userId, sessionId };
const otherSession = '5e551000-0000-4000-8000-000000000002';
const signedInElsewhere = sampleOf(UserSignedIn, { sessionId: otherSession });

describe('signing up', () => {
  const signUp = { type: 'SignUp', ...ids } as const;

  test('done: the first session begins', () => given([]).when(user, signUp).thenEmits([signedUp, signedIn]));

  test('repeated', () => given([signedUp, signedIn]).when(user, signUp).thenNothing());
});

describe('signing in', () => {
  const signIn = { type: 'SignIn', ...ids } as const;

  test('done', () => given([signedUp]).when(user, signIn).thenEmits([signedIn]));

  test('done beside another session', () => {
    given([signedUp, signedIn])
      .when(user, { ...signIn, sessionId: otherSession })
      .thenEmits([signedInElsewhere]);
  });

  test('repeated', () => given([signedUp, signedIn]).when(user, signIn).thenNothing());
});

describe('signing out', () => {
  const signOut = { type: 'SignOut', ...ids } as const;

  test('done', () => given([signedUp, signedIn]).when(user, signOut).thenEmits([signedOut]));

  test('repeated', () => given([signedUp, signedIn, signedOut]).when(user, signOut).thenNothing());

  test('of a session that never was', () => {
    given([]).when(user, signOut).thenNothing();
    given([signedUp, signedInElsewhere]).when(user, signOut).thenNothing();
  });
});

test.each([
  ['is none before it is made', [], { exists: false, sessions: [] }],
  ['is there when it was made', [signedUp], { exists: true, sessions: [] }],
  ['has the sessions that began', [signedUp, signedIn, signedInElsewhere], { sessions: [sessionId, otherSession] }],
  ['has no session that ended', [signedUp, signedIn, signedInElsewhere, signedOut], { sessions: [otherSession] }],
])('an account %s', (_, history, state) => {
  expect(stateOf(user, history)).toEqual({ exists: true, ...state });
});
