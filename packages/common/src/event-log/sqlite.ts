import type { DatabaseSync } from 'node:sqlite';
import type { Commit } from '@boxoffice/contracts';
import { openSqliteFile } from '../sqlite-file.ts';
import { type Append, type Appended, ConcurrencyError, checkAppend, commitOf, type EventLog } from './event-log.ts';
import { groupCommit } from './group-commit.ts';
import { parseCommit, soundCommits } from './parse-commit.ts';

const schema = `
  CREATE TABLE commits (
    position INTEGER PRIMARY KEY, command_id TEXT NOT NULL UNIQUE, body TEXT NOT NULL
  ) STRICT;
  CREATE TABLE stream_revisions (
    stream TEXT NOT NULL, revision INTEGER NOT NULL, position INTEGER NOT NULL REFERENCES commits,
    PRIMARY KEY (stream, revision)
  ) STRICT, WITHOUT ROWID`;

/**
 * The log in one SQLite file, for the embedded mode: one process writes, and what it has answered is on the disk.
 * @throws {FileRefusedError} the file is not a log, or is damaged
 */
export function openSqliteEventLog(path: string): EventLog {
  const database = openSqliteFile({ path, applicationId: 0x42784c67, version: 1, schema });
  const statements = prepare(database);
  const decode = decoder(path);
  const listeners = new Set<() => void>();

  const head = () => (statements.head.get() as { position: number }).position;

  /** What stands in the way of an append: its own earlier commit, a moved stream, or something that cannot be read. */
  function obstacle(append: Append): Appended | Error | undefined {
    try {
      const before = statements.find.get(append.commandId);
      if (before) return { commit: decode(before), repeated: true };
    } catch (error) {
      return error as Error;
    }
    for (const [stream, expected] of Object.entries(append.expected)) {
      const { revision } = statements.revision.get(stream) as { revision: number };
      if (revision !== expected) return new ConcurrencyError(stream, expected, revision);
    }
    return undefined;
  }

  function insert(append: Append, position: number): Appended {
    const commit = commitOf(append, position);
    statements.insertCommit.run(position, append.commandId, JSON.stringify(commit));
    for (const { id, revision } of commit.streams) statements.insertRevision.run(id, revision, position);
    return { commit, repeated: false };
  }

  function transact(appends: Append[]): (Appended | Error)[] {
    database.exec('BEGIN IMMEDIATE');
    try {
      let position = head();
      const results = appends.map((append) => obstacle(append) ?? insert(append, ++position));
      database.exec('COMMIT');
      return results;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }

  function write(appends: Append[]): (Appended | Error)[] {
    const results = transact(appends);
    for (const listener of listeners) listener();
    return results;
  }

  const appends = groupCommit<Append, Appended>(write, { maxBatch: 256 });

  return {
    async append(append) {
      checkAppend(append);
      return appends.submit(append);
    },
    async read(after, limit) {
      return soundCommits(after, statements.read.all(after, limit), decode, path);
    },
    async readStream(stream, upTo = Number.MAX_SAFE_INTEGER) {
      return statements.readStream.all(stream, upTo).map(decode);
    },
    async find(commandId) {
      const row = statements.find.get(commandId);
      return row && decode(row);
    },
    head: async () => head(),
    onAppend(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async [Symbol.asyncDispose]() {
      await appends.drain();
      if (database.isOpen) database.close();
    },
  };
}

function prepare(database: DatabaseSync) {
  return {
    head: database.prepare('SELECT coalesce(max(position), 0) AS position FROM commits'),
    find: database.prepare('SELECT position, body FROM commits WHERE command_id = ?'),
    revision: database.prepare('SELECT coalesce(max(revision), 0) AS revision FROM stream_revisions WHERE stream = ?'),
    read: database.prepare('SELECT position, body FROM commits WHERE position > ? ORDER BY position LIMIT ?'),
    readStream: database.prepare(
      `SELECT position, body FROM stream_revisions JOIN commits USING (position)
       WHERE stream = ? AND position <= ? ORDER BY revision`,
    ),
    insertCommit: database.prepare('INSERT INTO commits (position, command_id, body) VALUES (?, ?, ?)'),
    insertRevision: database.prepare('INSERT INTO stream_revisions (stream, revision, position) VALUES (?, ?, ?)'),
  };
}

function decoder(path: string) {
  return (row: Record<string, unknown>): Commit =>
    parseCommit(row.position as number, path, () => JSON.parse(row.body as string));
}
