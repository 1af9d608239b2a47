import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, test } from 'vitest';
import { FileRefusedError } from '../file-refused.ts';
import { appendTo, eventLogSuite } from './event-log.suite.ts';
import { CorruptCommitError } from './parse-commit.ts';
import { openSqliteEventLog } from './sqlite.ts';

eventLogSuite('SQLite', async () => openSqliteEventLog(join(mkdtempSync(join(tmpdir(), 'log-')), 'events.sqlite')));

describe('the file of the log', () => {
  let path = '';
  beforeEach(() => {
    path = join(mkdtempSync(join(tmpdir(), 'log-')), 'events.sqlite');
  });

  test('holds what was answered, when it is opened again', async () => {
    {
      await using log = openSqliteEventLog(path);
      await log.append(appendTo({ 'ticket-1': 0 }));
    }
    await using again = openSqliteEventLog(path);
    expect(await again.head()).toBe(1);
  });

  test('holds what was answered, when nobody had time to close it', async () => {
    await using log = openSqliteEventLog(path);
    await log.append(appendTo({ 'ticket-1': 0 }));
    const copy = `${path}-copy`;
    for (const end of ['', '-wal']) copyFileSync(path + end, copy + end);
    await using again = openSqliteEventLog(copy);
    expect(await again.head()).toBe(1);
  });

  test.each([
    ['text', () => writeFileSync(path, 'my shopping list')],
    ['empty', () => writeFileSync(path, '')],
    ['a database of another program', () => foreignDatabase(path)],
    ['a log of a later build', () => laterBuild(path)],
  ])('is refused and left alone when it is %s', async (_what, make) => {
    await make();
    const before = readFileSync(path);
    expect(() => openSqliteEventLog(path)).toThrow(FileRefusedError);
    expect(() => openSqliteEventLog(path)).toThrow(path);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('is refused and left alone when its pages are damaged, with what was not moved into it yet', async () => {
    await using log = openSqliteEventLog(path);
    for (let n = 0; n < 200; n += 1) await log.append(appendTo({ [`ticket-${n}`]: 0 }));
    const copy = `${path}-copy`;
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    const bytes = readFileSync(path);
    writeFileSync(copy, bytes.fill(0x5a, 4096));
    const wal = readFileSync(`${copy}-wal`);
    wal.fill(0x5a, 4096, 200_000);
    writeFileSync(`${copy}-wal`, wal);
    expect(() => openSqliteEventLog(copy)).toThrow(FileRefusedError);
    expect(readFileSync(copy).equals(bytes)).toBe(true);
    expect(readFileSync(`${copy}-wal`).equals(wal)).toBe(true);
  });

  test('names the position of what is not a commit', async () => {
    await using log = openSqliteEventLog(path);
    await log.append(appendTo({ 'ticket-1': 0 }));
    change(path, `INSERT INTO commits VALUES (2, 'foreign', '{"half": true}')`);
    expect(await log.read(0, 1)).toHaveLength(1);
    await expect(log.read(1, 1)).rejects.toThrow(CorruptCommitError);
    await expect(log.read(1, 1)).rejects.toThrow('position 2');
  });
});

function foreignDatabase(path: string): void {
  const database = new DatabaseSync(path);
  database.exec('CREATE TABLE mine (x)');
  database.close();
}

async function laterBuild(path: string): Promise<void> {
  await openSqliteEventLog(path)[Symbol.asyncDispose]();
  change(path, 'PRAGMA user_version=99; PRAGMA journal_mode=DELETE');
}

function change(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}
