import { openSqliteFile } from '@boxoffice/common';
import type { Outbox, Waiting } from './outbox.ts';

const schema = `
  CREATE TABLE notices (
    id TEXT PRIMARY KEY, user_id TEXT NOT NULL, kind TEXT NOT NULL, order_id TEXT NOT NULL, position INTEGER NOT NULL,
    "index" INTEGER NOT NULL, at TEXT NOT NULL, fate TEXT, attempts INTEGER NOT NULL, next_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX waiting ON notices (next_at, position, "index") WHERE fate IS NULL;
  CREATE INDEX of_user ON notices (user_id)`;

/**
 * The outbox in a SQLite file, for the embedded mode.
 * @throws {FileRefusedError} the file is something else, or is damaged
 */
export function openSqliteOutbox(path: string): Outbox {
  const database = openSqliteFile({ path, applicationId: 0x42784f75, version: 1, schema });
  database.exec('PRAGMA secure_delete=ON');
  const put = database.prepare('INSERT OR IGNORE INTO notices VALUES (?, ?, ?, ?, ?, ?, ?, NULL, 0, ?)');
  const due = database.prepare(
    `SELECT id, user_id AS userId, kind, order_id AS orderId, position, "index", at, attempts FROM notices
     WHERE fate IS NULL AND next_at <= ? ORDER BY next_at, position, "index" LIMIT ?`,
  );
  const claim = database.prepare(
    'UPDATE notices SET attempts = attempts + 1, next_at = ? WHERE id = ? AND attempts = ? AND fate IS NULL',
  );
  const postpone = database.prepare('UPDATE notices SET next_at = ? WHERE id = ? AND fate IS NULL');
  const settle = database.prepare('UPDATE notices SET fate = ? WHERE id = ?');
  const waiting = database.prepare('SELECT count(*) AS waiting FROM notices WHERE fate IS NULL');
  const forget = database.prepare('DELETE FROM notices WHERE user_id = ?');
  return {
    async put(notices) {
      for (const { id, userId, kind, orderId, position, index, at } of notices)
        put.run(id, userId, kind, orderId, position, index, at, at);
    },
    due: async (now, limit) => due.all(now, limit).map((row) => ({ ...row }) as unknown as Waiting),
    claim: async ({ id, attempts }, until) => claim.run(until, id, attempts).changes === 1,
    async postpone(id, until) {
      postpone.run(until, id);
    },
    async settle(id, fate) {
      settle.run(fate, id);
    },
    waiting: async () => Number(waiting.get()?.waiting),
    async forget(userId) {
      forget.run(userId);
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
    async [Symbol.asyncDispose]() {
      if (database.isOpen) database.close();
    },
  };
}
