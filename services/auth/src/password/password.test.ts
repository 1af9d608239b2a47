import { Busy } from '@boxoffice/common';
import { describe, expect, test } from 'vitest';
import { PRODUCTION_LN, scryptPasswords } from './password.ts';

const passwords = scryptPasswords(10);
const password = 'night owls in berlin';

describe('a stored password', () => {
  test('is a PHC string with its cost', async () => {
    expect(await passwords.hash(password)).toMatch(/^\$scrypt\$ln=10,r=8,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  });

  test('is another each time', async () => {
    expect(await passwords.hash(password)).not.toBe(await passwords.hash(password));
  });

  test('is what OWASP asks for in production', () => {
    expect(PRODUCTION_LN).toBe(17);
  });

  test('is opened by the password alone', async () => {
    const stored = await passwords.hash(password);
    expect(await passwords.verify(password, stored)).toBe(true);
    for (const wrong of ['Night owls in berlin', `${password} `, '', 'x'.repeat(128)])
      expect(await passwords.verify(wrong, stored), wrong).toBe(false);
  });

  test('is opened however the password is composed', async () => {
    const stored = await passwords.hash('Zo\u00eb is here');
    expect(await passwords.verify('Zoe\u0308 is here', stored)).toBe(true);
  });

  test('is opened at the cost it was made with', async () => {
    const stored = await scryptPasswords(11).hash(password);
    expect(await passwords.verify(password, stored)).toBe(true);
    // One that scrypt itself gave for this salt, so that what is stored can be read by others: RFC 7914, 12.
    const rfc = `$scrypt$ln=14,r=8,p=1$${Buffer.from('SodiumChloride').toString('base64').replaceAll('=', '')}$`;
    const hash = Buffer.from('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2', 'hex');
    const known = rfc + hash.toString('base64').replaceAll('=', '');
    expect(await passwords.verify('pleaseletmein', known)).toBe(true);
    expect(await passwords.verify('pleaseletmeout', known)).toBe(false);
  });

  test('that is none opens nothing', async () => {
    expect(await passwords.verify(password, undefined)).toBe(false);
  });

  test.each(['', password, '$2b$10$abc', '$scrypt$ln=10,r=8,p=1$salt', '$scrypt$ln=10,r=8,p=1$a$b$c'])(
    'that is damaged is a fault: %j',
    async (stored) => {
      await expect(passwords.verify(password, stored)).rejects.toThrow('is not a PHC string');
    },
  );

  test('is weak if it cost less than those made now', async () => {
    const stored = await passwords.hash(password);
    expect(scryptPasswords(11).isWeak(stored)).toBe(true);
    expect(scryptPasswords(10).isWeak(stored)).toBe(false);
    expect(scryptPasswords(9).isWeak(stored)).toBe(false);
  });
});

describe('a flood', () => {
  test.each([
    ['of hashes', (all: typeof passwords) => all.hash(password)],
    ['of sign-ins without an account, which cost as much', (all: typeof passwords) => all.verify(password, undefined)],
  ])('%s: two at once, sixteen waiting, and then no more', async (_, ask) => {
    const flooded = scryptPasswords(10);
    const asked = Array.from({ length: 20 }, () => ask(flooded));
    const answers = await Promise.allSettled(asked);
    expect(answers.map(({ status }) => status)).toEqual([...Array(18).fill('fulfilled'), 'rejected', 'rejected']);
    await expect(asked[19]).rejects.toThrow(Busy);
    await expect(ask(flooded)).resolves.toBeDefined();
  });
});
