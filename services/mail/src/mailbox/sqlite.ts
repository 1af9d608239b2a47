import { openSqliteFile } from '@boxoffice/common';
import type { Mail } from '../transport/transport.ts';
import type { Mailbox } from './mailbox.ts';

const schema = `
  CREATE TABLE mails (
    id TEXT PRIMARY KEY, user_id TEXT NOT NULL, kind TEXT NOT NULL, position INTEGER NOT NULL, "index" INTEGER NOT NULL,
    at TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL
  ) STRICT;
  CREATE INDEX of_user ON mails (user_id, position, "index")`;
const columns = 'id, user_id AS userId, kind, position, "index", at, subject, text, html';

/**
 * The mailbox in a SQLite file, for the embedded mode. What is deleted is overwritten, in the log of changes too.
 * @throws {FileRefusedError} the file is something else, or is damaged
 */
export function openSqliteMailbox(path: string): Mailbox {
  const database = openSqliteFile({ path, applicationId: 0x42784d61, version: 1, schema });
  database.exec('PRAGMA secure_delete=ON');
  const keep = database.prepare('INSERT OR IGNORE INTO mails VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const page = database.prepare(
    `SELECT ${columns} FROM mails WHERE user_id = ? AND (position, "index") < (?, ?)
     ORDER BY position DESC, "index" DESC LIMIT ?`,
  );
  const get = database.prepare(`SELECT ${columns} FROM mails WHERE user_id = ? AND id = ?`);
  const forget = database.prepare('DELETE FROM mails WHERE user_id = ?');
  return {
    async keep({ id, userId, kind, position, index, at, subject, text, html }) {
      keep.run(id, userId, kind, position, index, at, subject, text, html);
    },
    async page(userId, { after: { position, index } = { position: Number.MAX_SAFE_INTEGER, index: 0 }, limit }) {
      return page.all(userId, position, index, limit).map(mailOf);
    },
    async get(userId, id) {
      const row = get.get(userId, id);
      return row && mailOf(row);
    },
    async forget(userId) {
      forget.run(userId);
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
    async [Symbol.asyncDispose]() {
      if (database.isOpen) database.close();
    },
  };
}

function mailOf(row: object): Mail {
  return { ...row } as Mail;
}
