import { later, projected } from '@boxoffice/common/testing';
import type { UserEvent } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import {
  appointed,
  dismissed,
  forgotten,
  passwordChanged,
  sessionId,
  sessionStream,
  sessionsEnded,
  signedIn,
  signedOut,
  signedUp,
  userId,
  userStream,
} from '../controls.ts';
import { access } from './projection.ts';

describe('access of a session', () => {
  const documents = async (...events: (typeof signedIn | typeof signedOut)[]) => [
    ...(await projected(access, ...events.map((event) => ({ [sessionStream]: [event] })))).values(),
  ];
  const begun = { _id: `session-${sessionId}`, userId, startedAt: later(1), began: 1 };

  test('signed in', async () => {
    expect(await documents(signedIn)).toStrictEqual([{ ...begun, position: 1 }]);
  });

  test('signed out', async () => {
    expect(await documents(signedIn, signedOut)).toStrictEqual([{ ...begun, position: 2, endedAt: later(2) }]);
  });
});

describe('access of a user', () => {
  const documents = async (...events: UserEvent[]) => [
    ...(await projected(access, ...events.map((event) => ({ [userStream]: [event] })))).values(),
  ];
  const _id = `user-${userId}`;

  test('signed up: nothing more is to be known', async () => {
    expect(await documents(signedUp)).toEqual([]);
  });

  test('appointed', async () => {
    expect(await documents(signedUp, appointed)).toStrictEqual([
      { _id, position: 2, isOperator: true, sessionsFrom: 0 },
    ]);
  });

  test('dismissed', async () => {
    const events = [signedUp, appointed, dismissed] as const;
    expect(await documents(...events)).toStrictEqual([{ _id, position: 3, isOperator: false, sessionsFrom: 0 }]);
  });

  test.each([
    ['sessions ended', sessionsEnded],
    ['password changed', passwordChanged],
  ])('%s: those from before are worth nothing', async (_, event) => {
    expect(await documents(signedUp, event)).toStrictEqual([{ _id, position: 2, isOperator: false, sessionsFrom: 2 }]);
    const ended = { _id, position: 3, isOperator: true, sessionsFrom: 3 };
    expect(await documents(signedUp, appointed, event)).toStrictEqual([ended]);
  });

  test('forgotten, and no operator any more', async () => {
    const gone = { _id, position: 3, isOperator: false, sessionsFrom: 0, isForgotten: true };
    expect(await documents(signedUp, appointed, forgotten)).toStrictEqual([gone]);
  });
});
