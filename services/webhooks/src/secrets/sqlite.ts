import type { DatabaseSync } from 'node:sqlite';
import type { Secrets } from './secrets.ts';

export const secretsSchema = `
  CREATE TABLE secrets (
    secret_id TEXT PRIMARY KEY, webhook_id TEXT NOT NULL, value TEXT NOT NULL, until TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX secrets_of_webhook ON secrets (webhook_id)`;

/** Secrets in a SQLite database, for the embedded mode. What is destroyed is overwritten, in the log of changes too. */
export function sqliteSecrets(database: DatabaseSync): Secrets {
  database.exec('PRAGMA secure_delete=ON');
  const put = database.prepare('INSERT INTO secrets (secret_id, webhook_id, value) VALUES (?, ?, ?)');
  const get = database.prepare('SELECT value FROM secrets WHERE secret_id = ?');
  const destroy = database.prepare('DELETE FROM secrets WHERE secret_id = ?');
  const destroyAll = database.prepare('DELETE FROM secrets WHERE webhook_id = ?');
  const retire = database.prepare(
    'UPDATE secrets SET until = ? WHERE webhook_id = ? AND secret_id <> ? AND until IS NULL',
  );
  const sweep = database.prepare('DELETE FROM secrets WHERE until <= ?');

  /** Makes sure that what was deleted is nowhere on the disk. */
  function overwritten({ changes }: { changes: number | bigint }): void {
    if (changes > 0) database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }
  return {
    put: async ({ secretId, webhookId, value }) => void put.run(secretId, webhookId, value),
    get: async (secretIds) => secretIds.flatMap((secretId) => (get.get(secretId)?.value as string | undefined) ?? []),
    destroy: async (secretId) => overwritten(destroy.run(secretId)),
    destroyAll: async (webhookId) => overwritten(destroyAll.run(webhookId)),
    retireOthers: async (webhookId, secretId, until) => void retire.run(until, webhookId, secretId),
    sweep: async (now) => overwritten(sweep.run(now)),
  };
}
