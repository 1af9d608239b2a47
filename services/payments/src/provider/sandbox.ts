import { openSqliteFile } from '@boxoffice/common';
import { SandboxMethod } from '@boxoffice/contracts';
import type { Charge, ChargeOutcome, PaymentProvider } from './provider.ts';

const schema = `CREATE TABLE charges (
  idempotency_key TEXT PRIMARY KEY, order_id TEXT NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL,
  method TEXT NOT NULL, outcome TEXT NOT NULL
) STRICT`;

const names: Record<SandboxMethod, string> = {
  sandbox_visa: 'Test card that pays',
  sandbox_declined: 'Test card that is declined',
  sandbox_insufficient_funds: 'Test card without funds',
};

/** What the sandbox has been asked for, for those who check the books. */
export interface SandboxCharge extends Charge {
  readonly outcome: ChargeOutcome;
}

export interface SandboxProvider extends PaymentProvider {
  charges(): SandboxCharge[];
}

/**
 * A provider that moves no money, with a memory of its own: like a real one it knows what it was asked before we
 * crashed.
 * @throws {FileRefusedError} the file is something else, or is damaged
 */
export function openSandboxProvider(path: string): SandboxProvider {
  const database = openSqliteFile({ path, applicationId: 0x42785361, version: 1, schema });
  const insert = database.prepare('INSERT OR IGNORE INTO charges VALUES (?, ?, ?, ?, ?, ?)');
  const find = database.prepare('SELECT outcome FROM charges WHERE idempotency_key = ?');
  const all = database.prepare('SELECT * FROM charges');
  return {
    name: 'sandbox',
    methods: SandboxMethod.options.map((id) => ({ id, name: names[id], test: true })),
    async charge({ idempotencyKey, orderId, amount, method }) {
      const outcome = outcomeOf(method);
      insert.run(idempotencyKey, orderId, amount.amount, amount.currency, method, JSON.stringify(outcome));
      return JSON.parse(find.get(idempotencyKey)?.outcome as string) as ChargeOutcome;
    },
    charges: () => all.all().map(chargeOf),
    async [Symbol.asyncDispose]() {
      if (database.isOpen) database.close();
    },
  };
}

function outcomeOf(method: string): ChargeOutcome {
  switch (SandboxMethod.parse(method)) {
    case 'sandbox_visa':
      return { status: 'succeeded', reference: `sandbox_${crypto.randomUUID()}` };
    case 'sandbox_declined':
      return { status: 'declined', reason: 'The card was declined' };
    case 'sandbox_insufficient_funds':
      return { status: 'declined', reason: 'The card has not enough funds' };
  }
}

function chargeOf(row: Record<string, unknown>): SandboxCharge {
  return {
    idempotencyKey: row.idempotency_key as string,
    orderId: row.order_id as string,
    amount: { amount: row.amount, currency: row.currency } as Charge['amount'],
    method: row.method as string,
    outcome: JSON.parse(row.outcome as string),
  };
}
