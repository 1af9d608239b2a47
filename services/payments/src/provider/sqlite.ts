import { openSqliteFile } from '@boxoffice/common';
import { type SandboxCharge, type SandboxProvider, sandboxProvider } from './sandbox.ts';

const schema = `CREATE TABLE charges (
  idempotency_key TEXT PRIMARY KEY, order_id TEXT NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL,
  method TEXT NOT NULL, outcome TEXT NOT NULL
) STRICT`;

/**
 * The sandbox with its memory in a SQLite file, for the embedded mode.
 * @throws {FileRefusedError} the file is something else, or is damaged
 */
export function openSandboxProvider(path: string): SandboxProvider {
  const database = openSqliteFile({ path, applicationId: 0x42785361, version: 1, schema });
  const insert = database.prepare('INSERT OR IGNORE INTO charges VALUES (?, ?, ?, ?, ?, ?)');
  const find = database.prepare('SELECT * FROM charges WHERE idempotency_key = ?');
  const all = database.prepare('SELECT * FROM charges');
  return sandboxProvider({
    async remember({ idempotencyKey, orderId, amount, method, outcome }) {
      insert.run(idempotencyKey, orderId, amount.amount, amount.currency, method, JSON.stringify(outcome));
      return chargeOf(find.get(idempotencyKey) as Record<string, unknown>);
    },
    charges: async () => all.all().map(chargeOf),
    async [Symbol.asyncDispose]() {
      if (database.isOpen) database.close();
    },
  });
}

function chargeOf(row: Record<string, unknown>): SandboxCharge {
  return {
    idempotencyKey: row.idempotency_key as string,
    orderId: row.order_id as string,
    amount: { amount: row.amount, currency: row.currency } as SandboxCharge['amount'],
    method: row.method as string,
    outcome: JSON.parse(row.outcome as string),
  };
}
