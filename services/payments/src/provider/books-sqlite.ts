import { openSqliteFile } from '@boxoffice/common';
import type { BookedCharge, BookedRefund, SandboxBooks } from './books.ts';

const schema = `
  CREATE TABLE charges (idempotency_key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
  CREATE TABLE refunds (idempotency_key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT`;

/**
 * The books in a SQLite file, for the embedded mode.
 * @throws {FileRefusedError} the file is something else, or is damaged
 */
export function openSqliteBooks(path: string): SandboxBooks {
  const database = openSqliteFile({ path, applicationId: 0x42785361, version: 2, schema });

  function book<Entry extends { idempotencyKey: string }>(table: 'charges' | 'refunds') {
    const insert = database.prepare(`INSERT OR IGNORE INTO ${table} VALUES (?, ?)`);
    const find = database.prepare(`SELECT body FROM ${table} WHERE idempotency_key = ?`);
    const all = database.prepare(`SELECT body FROM ${table} ORDER BY rowid`);
    return {
      async add(entry: Entry): Promise<Entry> {
        insert.run(entry.idempotencyKey, JSON.stringify(entry));
        return JSON.parse(find.get(entry.idempotencyKey)?.body as string);
      },
      all: async (): Promise<Entry[]> => all.all().map(({ body }) => JSON.parse(body as string)),
    };
  }

  const charges = book<BookedCharge>('charges');
  const refunds = book<BookedRefund>('refunds');
  return {
    charge: charges.add,
    refund: refunds.add,
    charges: charges.all,
    refunds: refunds.all,
    async [Symbol.asyncDispose]() {
      if (database.isOpen) database.close();
    },
  };
}
