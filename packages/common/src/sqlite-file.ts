import { closeSync, existsSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { FileRefusedError } from './file-refused.ts';

export interface SqliteFile {
  readonly path: string;
  /** Marks the file as ours, and as which of ours: a 32-bit number (SQLite's `application_id`). */
  readonly applicationId: number;
  /** The version of the tables (SQLite's `user_version`). */
  readonly version: number;
  readonly schema: string;
}

/**
 * Opens a database file of ours, or makes it. Durable: WAL with `synchronous=FULL`, so a transaction that has
 * committed is on the disk.
 * @throws {FileRefusedError} the file is something else, newer, or damaged; it has not been touched
 */
export function openSqliteFile(file: SqliteFile): DatabaseSync {
  const { path, applicationId, version, schema } = file;
  if (path === ':memory:') return make(path, file);
  if (!existsSync(path)) makeWhole(path, file);
  checkHeader(path, applicationId, version);
  checkPages(path);
  checkTables(path, schema);
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000');
  return database;
}

function make(path: string, { applicationId, version, schema }: SqliteFile): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec(`BEGIN; ${schema}; PRAGMA application_id=${applicationId}; PRAGMA user_version=${version}; COMMIT`);
  return database;
}

/** Under its own name the file is whole or it is not there, so that a half-made one is not taken for a foreign one. */
function makeWhole(path: string, file: SqliteFile): void {
  const unfinished = `${path}-new`;
  rmSync(unfinished, { force: true });
  make(unfinished, file).close();
  renameSync(unfinished, path);
}

// Offsets of https://www.sqlite.org/fileformat.html, read without SQLite because opening a file can change it.
function checkHeader(path: string, applicationId: number, version: number): void {
  const header = headerOf(path);
  if (header.length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw new FileRefusedError(path, 'it is not a database');
  if (header.readUInt32BE(68) !== applicationId)
    throw new FileRefusedError(path, 'it is a database of another program or of another purpose');
  const found = header.readUInt32BE(60);
  if (found > version)
    throw new FileRefusedError(path, `it has version ${found} of the tables and this build knows ${version}`);
}

function headerOf(path: string): Buffer {
  try {
    const file = openSync(path, 'r');
    const header = Buffer.alloc(100);
    const length = readSync(file, header);
    closeSync(file);
    return header.subarray(0, length);
  } catch (error) {
    throw new FileRefusedError(path, (error as Error).message);
  }
}

/** Read-only: a connection that may write moves the WAL into the file when it is closed. */
function checkPages(path: string): void {
  const database = new DatabaseSync(path, { readOnly: true });
  let verdict: unknown;
  try {
    verdict = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})[0];
  } catch (error) {
    throw new FileRefusedError(path, `it is damaged: ${(error as Error).message}`);
  } finally {
    database.close();
  }
  if (verdict !== 'ok') throw new FileRefusedError(path, `it is damaged: ${verdict}`);
}

function checkTables(path: string, schema: string): void {
  using database = new DatabaseSync(path, { readOnly: true });
  const find = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
  for (const [, name = ''] of schema.matchAll(/CREATE TABLE (\w+)/g))
    if (!find.get(name)) throw new FileRefusedError(path, `its table ${name} is missing`);
}
