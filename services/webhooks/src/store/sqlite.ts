import { openSqliteFile } from '@boxoffice/common';
import { deliveriesSchema, sqliteDeliveries } from '../deliveries/sqlite.ts';
import { secretsSchema, sqliteSecrets } from '../secrets/sqlite.ts';
import type { WebhookStore } from './store.ts';

/**
 * Secrets and deliveries in a SQLite file, for the embedded mode.
 * @throws {FileRefusedError} the file is something else, or is damaged
 */
export function openSqliteWebhookStore(path: string): WebhookStore {
  const schema = `${secretsSchema};${deliveriesSchema}`;
  const database = openSqliteFile({ path, applicationId: 0x42785768, version: 1, schema });
  return {
    secrets: sqliteSecrets(database),
    deliveries: sqliteDeliveries(database),
    async [Symbol.asyncDispose]() {
      if (database.isOpen) database.close();
    },
  };
}
