import { openSqliteFile } from '../sqlite-file.ts';
import type { Person, Vault } from './vault.ts';

const schema = `CREATE TABLE people (
  user_id TEXT PRIMARY KEY, email TEXT NOT NULL, password_hash TEXT NOT NULL
) STRICT, WITHOUT ROWID`;

/**
 * The vault in a SQLite file, for the embedded mode. What is deleted is overwritten, in the log of changes too.
 * @throws {FileRefusedError} the file is something else, or is damaged
 */
export function openSqliteVault(path: string): Vault {
  const database = openSqliteFile({ path, applicationId: 0x42785661, version: 1, schema });
  database.exec('PRAGMA secure_delete=ON');
  const put = database.prepare('INSERT OR REPLACE INTO people (user_id, email, password_hash) VALUES (?, ?, ?)');
  const get = database.prepare(
    'SELECT user_id AS userId, email, password_hash AS passwordHash FROM people WHERE user_id = ?',
  );
  const idsOf = database.prepare('SELECT user_id AS userId FROM people WHERE email = ? COLLATE NOCASE');
  const replaceHash = database.prepare('UPDATE people SET password_hash = ? WHERE user_id = ? AND password_hash = ?');
  const forget = database.prepare('DELETE FROM people WHERE user_id = ?');
  return {
    async put({ userId, email, passwordHash }) {
      put.run(userId, email, passwordHash);
    },
    get: async (userId) => get.get(userId) as Person | undefined,
    idsOf: async (email) => idsOf.all(email).map(({ userId }) => String(userId)),
    replaceHash: async ({ userId, from, to }) => replaceHash.run(to, userId, from).changes === 1,
    async forget(userId) {
      forget.run(userId);
      const emptied = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
      if (emptied?.busy !== 0)
        throw new Error('the vault is being read by another process: what was deleted is still in its log of changes');
    },
    async [Symbol.asyncDispose]() {
      if (database.isOpen) database.close();
    },
  };
}
