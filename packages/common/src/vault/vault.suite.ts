import { describe, expect, test } from 'vitest';
import type { Vault } from './vault.ts';

export const zoe = { userId: 'zoe', email: 'zoe@example.com', passwordHash: '$scrypt$of-zoe' };

/** What a vault does, wherever it is. `fresh` begins an empty one; what it returns opens it, again and again. */
export function vaultSuite(name: string, fresh: () => () => Vault): void {
  describe(`a vault in ${name}`, () => {
    test('knows who was put into it', async () => {
      await using vault = fresh()();
      await vault.put(zoe);
      expect(await vault.get('zoe')).toEqual(zoe);
      expect(await vault.get('somebody')).toBeUndefined();
    });

    test('knows the last that was put', async () => {
      await using vault = fresh()();
      await vault.put(zoe);
      await vault.put({ ...zoe, passwordHash: '$scrypt$stronger' });
      expect(await vault.get('zoe')).toEqual({ ...zoe, passwordHash: '$scrypt$stronger' });
    });

    test('finds all entries with an address, in capitals or not', async () => {
      await using vault = fresh()();
      await vault.put(zoe);
      await vault.put({ ...zoe, userId: 'yan', email: 'ZOE@Example.com' });
      await vault.put({ ...zoe, userId: 'ann', email: 'zoe.ann@example.com' });
      expect((await vault.idsOf('Zoe@example.com')).toSorted()).toEqual(['yan', 'zoe']);
      await vault.forget('zoe');
      expect(await vault.idsOf(zoe.email)).toEqual(['yan']);
      expect(await vault.idsOf('z%@example.com')).toEqual([]);
    });

    test('replaces the hash that was read, and no other, nor one of who was forgotten', async () => {
      await using vault = fresh()();
      await vault.put(zoe);
      const change = { userId: 'zoe', from: zoe.passwordHash, to: '$scrypt$stronger' };
      expect(await vault.replaceHash(change)).toBe(true);
      expect(await vault.replaceHash(change)).toBe(false);
      expect(await vault.get('zoe')).toEqual({ ...zoe, passwordHash: '$scrypt$stronger' });
      await vault.forget('zoe');
      expect(await vault.replaceHash({ ...change, from: '$scrypt$stronger' })).toBe(false);
      expect(await vault.get('zoe')).toBeUndefined();
    });

    test('knows it when it is opened again', async () => {
      const open = fresh();
      {
        await using vault = open();
        await vault.put(zoe);
      }
      await using vault = open();
      expect(await vault.get('zoe')).toEqual(zoe);
    });

    test('can be closed twice', async () => {
      const vault = fresh()();
      await vault[Symbol.asyncDispose]();
      await expect(vault[Symbol.asyncDispose]()).resolves.toBeUndefined();
    });

    test('does not know who was forgotten; they may be forgotten again, and come back', async () => {
      await using vault = fresh()();
      await vault.put(zoe);
      await vault.put({ ...zoe, userId: 'yan' });
      await vault.forget('zoe');
      expect(await vault.get('zoe')).toBeUndefined();
      expect(await vault.get('yan')).toEqual({ ...zoe, userId: 'yan' });
      await vault.forget('zoe');
      await vault.put(zoe);
      expect(await vault.get('zoe')).toEqual(zoe);
    });
  });
}
