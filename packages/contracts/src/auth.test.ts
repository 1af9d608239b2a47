import { describe, expect, test } from 'vitest';
import { Email, Password, SignIn, SignUp } from './auth.ts';

describe('an e-mail address', () => {
  test.each([
    ['zoe@example.com', 'zoe@example.com'],
    [' Zoe.Night+owl@Example.com ', 'Zoe.Night+owl@Example.com'],
    ["o'hara@sub.example.co.uk", "o'hara@sub.example.co.uk"],
  ])('%j is kept as %j', (typed, kept) => {
    expect(Email.parse(typed)).toBe(kept);
  });

  test.each(['', 'zoe', 'zoe@', '@example.com', 'zoe@example', 'a..b@example.com', 'a b@example.com', 'a@b@c.com'])(
    '%j is none',
    (typed) => {
      expect(Email.safeParse(typed).error?.issues[0]?.message).toBe('must be an e-mail address');
    },
  );

  test('has 254 characters at most', () => {
    expect(Email.safeParse(`${'x'.repeat(242)}@example.com`).success).toBe(true);
    expect(Email.safeParse(`${'x'.repeat(243)}@example.com`).error?.issues[0]?.message).toMatch('254 characters');
    expect(Email.safeParse('x'.repeat(10_000)).error?.issues[0]?.message).toMatch('254 characters');
  });
});

describe('a password', () => {
  test.each(['x'.repeat(8), 'x'.repeat(128), ' 8 blanks', '🦉'.repeat(8), 'PaSs wörd'])(
    '%j is taken as typed',
    (typed) => {
      expect(Password.parse(typed)).toBe(typed);
    },
  );

  test.each([
    ['x'.repeat(7), 'must be 8 characters or more'],
    ['x'.repeat(129), 'must be 128 characters or fewer'],
    ['x'.repeat(10_000), 'must be 128 characters or fewer'],
  ])('%j is refused: %s', (typed, message) => {
    expect(Password.safeParse(typed).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});

describe.each([
  ['sign-up', SignUp],
  ['sign-in', SignIn],
])('a %s', (_, schema) => {
  const body = { email: 'zoe@example.com', password: 'night owls' };
  const fields = (value: unknown) => schema.safeParse(value).error?.issues.map(({ path }) => path[0]);

  test('is an address and a password', () => {
    expect(schema.parse(body)).toEqual(body);
    expect(fields({})).toEqual(['email', 'password']);
  });

  test.each([
    ['email', { $gt: '' }],
    ['email', ['zoe@example.com']],
    ['email', 'x'.repeat(10_000)],
    ['password', { $ne: null }],
    ['password', 'x'.repeat(129)],
    ['password', 12345678],
  ])('is refused with %s = %j', (field, value) => {
    expect(fields({ ...body, [field]: value })).toEqual([field]);
  });

  test('says nothing of a role', () => {
    expect(schema.safeParse({ ...body, role: 'operator' }).error?.issues).toMatchObject([{ keys: ['role'] }]);
  });
});

test('who signs in may have an address that is none: it is wrong like any other', () => {
  expect(SignIn.parse({ email: ' zoe ', password: '' })).toEqual({ email: 'zoe', password: '' });
});
