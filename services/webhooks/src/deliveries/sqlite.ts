import type { DatabaseSync } from 'node:sqlite';
import { type Deliveries, type Delivery, KEPT_ATTEMPTS, type NewDelivery } from './deliveries.ts';

export const deliveriesSchema = `
  CREATE TABLE deliveries (
    id TEXT PRIMARY KEY, webhook_id TEXT NOT NULL, type TEXT NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL,
    queued_at TEXT NOT NULL, status TEXT NOT NULL, tries INTEGER NOT NULL, due_at TEXT, settled_at TEXT,
    attempts TEXT NOT NULL
  ) STRICT;
  CREATE INDEX deliveries_due ON deliveries (due_at, webhook_id) WHERE status = 'pending';
  CREATE INDEX deliveries_take ON deliveries (webhook_id, due_at, position, id) WHERE status = 'pending';
  CREATE INDEX deliveries_page ON deliveries (webhook_id, position, id);
  CREATE INDEX deliveries_settled ON deliveries (settled_at) WHERE settled_at IS NOT NULL`;

type Row = Readonly<Record<string, string | number | null>>;

/** Deliveries in a SQLite database, for the embedded mode. */
export function sqliteDeliveries(database: DatabaseSync): Deliveries {
  const insert = `INSERT INTO deliveries
    (id, webhook_id, type, position, body, queued_at, status, tries, due_at, settled_at, attempts)
    VALUES (?, ?, ?, ?, ?, ?, 'pending', 0, ?, NULL, '[]') ON CONFLICT (id) DO`;
  const add = database.prepare(`${insert} NOTHING`);
  const addAgain = database.prepare(
    `${insert} UPDATE SET status = 'pending', tries = 0, queued_at = excluded.queued_at, due_at = excluded.due_at,
      settled_at = NULL`,
  );
  const due = database.prepare(`SELECT webhook_id FROM deliveries
    WHERE status = 'pending' AND due_at <= ? AND webhook_id NOT IN (SELECT value FROM json_each(?))
    GROUP BY webhook_id ORDER BY min(due_at) LIMIT ?`);
  const take = database.prepare(`UPDATE deliveries SET due_at = ?, tries = tries + 1 WHERE id = (
      SELECT id FROM deliveries WHERE webhook_id = ? AND status = 'pending' AND due_at <= ?
      ORDER BY due_at, position, id LIMIT 1
    ) RETURNING *`);
  const note = database.prepare('UPDATE deliveries SET attempts = ? WHERE id = ?');
  const settle = database.prepare(`UPDATE deliveries SET status = ?, due_at = ?, settled_at = ?
    WHERE id = ? AND status = 'pending' AND due_at = ?`);
  const find = database.prepare('SELECT * FROM deliveries WHERE id = ?');
  const page = database.prepare(`SELECT * FROM deliveries WHERE webhook_id = ? AND (position, id) < (?, ?)
    ORDER BY position DESC, id DESC LIMIT ?`);
  const arrived = database.prepare(`SELECT 1 FROM deliveries
    WHERE webhook_id = ? AND status = 'delivered' AND settled_at >= ? LIMIT 1`);
  const forget = database.prepare('DELETE FROM deliveries WHERE webhook_id = ?');
  const prune = database.prepare('DELETE FROM deliveries WHERE settled_at < ?');
  const depth = database.prepare(
    "SELECT count(*) AS pending, min(due_at) AS oldest FROM deliveries WHERE status = 'pending'",
  );

  function insertAll(statement: typeof add, deliveries: readonly NewDelivery[]): void {
    database.exec('BEGIN IMMEDIATE');
    try {
      for (const { id, webhookId, type, position, body, queuedAt } of deliveries)
        statement.run(id, webhookId, type, position, body, queuedAt, queuedAt);
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }
  const get = (id: string) => find.get(id) as Row | undefined;

  return {
    add: async (deliveries) => insertAll(add, deliveries),
    addAgain: async (deliveries) => insertAll(addAgain, deliveries),
    due: async (now, { except, limit }) =>
      due.all(now, JSON.stringify(except), limit).map((row) => String(row.webhook_id)),
    async take(webhookId, now, until) {
      const row = take.get(until, webhookId, now) as Row | undefined;
      return row && deliveryOf(row);
    },
    async settle(id, until, { status, dueAt, attempt, at }) {
      const row = get(id);
      if (!row) return;
      const attempts = [...deliveryOf(row).attempts, ...(attempt ? [attempt] : [])].slice(-KEPT_ATTEMPTS);
      note.run(JSON.stringify(attempts), id);
      settle.run(status, dueAt ?? null, status === 'pending' ? null : at, id, until);
    },
    get: async (ids) => ids.map(get).flatMap((row) => (row ? [deliveryOf(row)] : [])),
    page: async (webhookId, { after = { position: Number.MAX_SAFE_INTEGER, id: '' }, limit }) =>
      page.all(webhookId, after.position, after.id, limit).map((row) => deliveryOf(row as Row)),
    hasArrivedSince: async (webhookId, moment) => arrived.get(webhookId, moment) !== undefined,
    forget: async (webhookId) => void forget.run(webhookId),
    prune: async (before) => void prune.run(before),
    async depth() {
      const { pending, oldest } = depth.get() as Row;
      return { pending: Number(pending), oldestDueAt: oldest === null ? undefined : String(oldest) };
    },
  };
}

function deliveryOf(row: Row): Delivery {
  const { id, webhook_id: webhookId, type, position, body, queued_at: queuedAt, status, tries, due_at: dueAt } = row;
  const fields = { id, webhookId, type, position, body, queuedAt, status, tries };
  return { ...fields, ...(dueAt === null ? {} : { dueAt }), attempts: JSON.parse(String(row.attempts)) } as Delivery;
}
