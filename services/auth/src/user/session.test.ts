import { given, stateOf } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import { sessionId, signedIn, signedOut, userId } from '../controls.ts';
import { session } from './session.ts';

const ids = { userId, sessionId };
const otherUser = '05e40000-0000-4000-8000-000000000009';

describe('signing in', () => {
  const begin = { type: 'Begin', ...ids } as const;

  test('done', () => given([]).when(session, begin).thenEmits([signedIn]));

  test('repeated', () => given([signedIn]).when(session, begin).thenNothing());

  test('of a session that has ended', () => given([signedIn, signedOut]).when(session, begin).thenNothing());
});

describe('signing out', () => {
  const end = { type: 'End', ...ids } as const;

  test('done', () => given([signedIn]).when(session, end).thenEmits([signedOut]));

  test('repeated', () => given([signedIn, signedOut]).when(session, end).thenNothing());

  test('of a session that never was', () => given([]).when(session, end).thenNothing());

  test("of another's session", () => {
    given([signedIn])
      .when(session, { ...end, userId: otherUser })
      .thenNothing();
  });
});

test.each([
  ["is nobody's before it begins", [], { userId: undefined, isOpen: false }],
  ['is open when it has begun', [signedIn], { userId, isOpen: true }],
  ['is closed when it has ended', [signedIn, signedOut], { userId, isOpen: false }],
])('a session %s', (_, history, state) => {
  expect(stateOf(session, history)).toEqual(state);
});
