import { later, projected } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import { sessionId, sessionStream, signedIn, signedOut } from '../controls.ts';
import { endedSessions } from './projection.ts';

const documents = async (...events: (typeof signedIn | typeof signedOut)[]) => [
  ...(await projected(endedSessions, ...events.map((event) => ({ [sessionStream]: [event] })))).values(),
];

describe('ended sessions', () => {
  test('signed in: none', async () => {
    expect(await documents(signedIn)).toEqual([]);
  });

  test('signed out', async () => {
    const ended = { _id: sessionId, position: 2, endedAt: later(2) };
    expect(await documents(signedIn, signedOut)).toStrictEqual([ended]);
  });
});
