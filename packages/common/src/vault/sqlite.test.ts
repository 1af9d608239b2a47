import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FileRefusedError } from '../file-refused.ts';
import { openSqliteVault } from './sqlite.ts';
import { vaultSuite, zoe } from './vault.suite.ts';

const person = (number: number) => ({
  userId: `person-${number}`,
  email: `person-${number}@example.com`,
  passwordHash: `$scrypt$${'x'.repeat(100)}`,
});

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vault-'));
  path = join(folder, 'people.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** All that is on the disk: the file and its write-ahead log. */
const onDisk = () =>
  [path, `${path}-wal`].map((file) => (existsSync(file) ? readFileSync(file, 'latin1') : '')).join('\n');

let count = 0;
vaultSuite('SQLite', () => {
  count += 1;
  const own = join(folder, `people-${count}.sqlite`);
  return () => openSqliteVault(own);
});

describe('who was forgotten', () => {
  test('is nowhere on the disk', async () => {
    await using vault = openSqliteVault(path);
    await vault.put(zoe);
    await vault.put({ ...zoe, passwordHash: '$scrypt$stronger' });
    expect(onDisk()).toContain(zoe.email);
    await vault.forget('zoe');
    for (const trace of [zoe.email, zoe.passwordHash, '$scrypt$stronger']) expect(onDisk()).not.toContain(trace);
  });

  test('is nowhere on the disk among many', async () => {
    await using vault = openSqliteVault(path);
    const people = Array.from({ length: 300 }, (_, number) => person(number));
    for (const one of people) await vault.put(one);
    const [gone, stay] = [people.filter((_, at) => at % 3 !== 0), people.filter((_, at) => at % 3 === 0)];
    for (const { userId } of gone) await vault.forget(userId);
    const bytes = onDisk();
    expect(gone.filter(({ email }) => bytes.includes(email))).toEqual([]);
    expect(stay.filter(({ email }) => !bytes.includes(email))).toEqual([]);
    expect(await vault.get('person-3')).toEqual(person(3));
  });
});

test('says that it could not forget while another process reads, and does it afterwards', {
  timeout: 20_000,
}, async () => {
  await using vault = openSqliteVault(path);
  await vault.put(zoe);
  {
    using reader = new DatabaseSync(path, { readOnly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM people').get();
    await expect(vault.forget('zoe')).rejects.toThrow('is being read by another process');
  }
  await vault.forget('zoe');
  for (const trace of [zoe.email, zoe.passwordHash]) expect(onDisk()).not.toContain(trace);
});

test('a file that is something else is refused and left as it is', () => {
  writeFileSync(path, 'a shopping list, of no use to anybody else');
  expect(() => openSqliteVault(path)).toThrow(FileRefusedError);
  expect(readFileSync(path, 'utf8')).toBe('a shopping list, of no use to anybody else');
});
