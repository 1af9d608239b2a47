import { given, stateOf } from '@boxoffice/common/testing';
import { StreamName } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import { claimed, released, userId } from '../controls.ts';
import { emailClaim, emailStreamId } from './email-claim.ts';

describe('claiming an address', () => {
  const claim = { type: 'Claim', userId } as const;

  test('done', () => given([]).when(emailClaim, claim).thenEmits([claimed]));

  test('repeated', () => given([claimed]).when(emailClaim, claim).thenNothing());

  test('refused: it is somebody else’s', () => {
    given([claimed])
      .when(emailClaim, { ...claim, userId: 'somebody else' })
      .thenRefused('email-taken');
  });

  test('done again once it was released', () =>
    given([claimed, released]).when(emailClaim, claim).thenEmits([claimed]));

  test('it is nobody’s before and theirs afterwards', () => {
    expect(stateOf(emailClaim, [])).toEqual({ userId: undefined });
    expect(stateOf(emailClaim, [claimed])).toEqual({ userId });
    expect(stateOf(emailClaim, [claimed, released])).toEqual({ userId: undefined });
  });
});

describe('releasing an address', () => {
  const release = { type: 'Release', userId } as const;

  test('done', () => given([claimed]).when(emailClaim, release).thenEmits([released]));

  test('repeated', () => given([claimed, released]).when(emailClaim, release).thenNothing());

  test('of somebody else', () => {
    given([claimed])
      .when(emailClaim, { ...release, userId: 'somebody else' })
      .thenNothing();
  });
});

describe('the stream of an address', () => {
  const id = emailStreamId('zoe@example.com', 'key');

  test('is the same in any case', () => {
    expect(emailStreamId('Zoe@EXAMPLE.com', 'key')).toBe(id);
    expect(emailStreamId('zo\u00eb@example.com', 'key')).toBe(emailStreamId('ZOE\u0308@example.com', 'key'));
  });

  test('is another for another address, and with another key', () => {
    expect(emailStreamId('zoe2@example.com', 'key')).not.toBe(id);
    expect(emailStreamId('zoe@example.com', 'another key')).not.toBe(id);
  });

  test('can be the name of one and says nothing of the address', () => {
    expect(StreamName.parse(`email-${id}`)).toMatch(/^email-[0-9a-f]{64}$/);
  });
});
