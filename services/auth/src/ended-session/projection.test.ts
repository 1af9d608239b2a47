import { later, projected } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import { sessionId, signedIn, signedOut, signedUp, stream } from '../controls.ts';
import { endedSessions } from './projection.ts';

const documents = async (...events: (typeof signedUp | typeof signedIn | typeof signedOut)[]) => [
  ...(await projected(endedSessions, ...events.map((event) => ({ [stream]: [event] })))).values(),
];

describe('ended sessions', () => {
  test('signed up, signed in: none', async () => {
    expect(await documents(signedUp, signedIn)).toEqual([]);
  });

  test('signed out', async () => {
    const ended = { _id: sessionId, position: 3, endedAt: later(3) };
    expect(await documents(signedUp, signedIn, signedOut)).toStrictEqual([ended]);
  });
});
