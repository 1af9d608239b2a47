import { DatabaseSync } from 'node:sqlite';
import type { Problem, StoredCommits } from './verify.ts';

/** What says something else than the commit beside it: the index of streams, and the column of commands. */
const MISMATCHES = `
  WITH sound AS (SELECT position, command_id, body FROM commits WHERE json_valid(body)),
  said AS (
    SELECT position, json_extract(one.value, '$.id') AS stream, json_extract(one.value, '$.revision') AS revision
    FROM sound, json_each(sound.body, '$.streams') AS one
  )
  SELECT position, stream, 'the index of streams does not have it at revision ' || revision AS reason FROM (
    SELECT position, stream, revision FROM said EXCEPT SELECT position, stream, revision FROM stream_revisions)
  UNION ALL
  SELECT position, stream, 'the index of streams has it at revision ' || revision || ', and the commit does not' FROM (
    SELECT position, stream, revision FROM stream_revisions
    WHERE position NOT IN (SELECT position FROM commits WHERE NOT json_valid(body))
    EXCEPT SELECT position, stream, revision FROM said)
  UNION ALL
  SELECT position, NULL, 'it is found by another command than its own' FROM sound
  WHERE json_extract(body, '$.commandId') IS NOT command_id
  ORDER BY 1 LIMIT 1000`;

/** The commits of a log in SQLite, read-only and as they are. A market may be writing it meanwhile. */
export function openStoredSqliteCommits(path: string): StoredCommits & Disposable {
  const database = new DatabaseSync(path, { readOnly: true });
  database.exec('PRAGMA busy_timeout=5000');
  const page = database.prepare('SELECT position, body FROM commits WHERE position > ? ORDER BY position LIMIT ?');
  const last = database.prepare('SELECT coalesce(max(position), 0) AS position FROM commits');
  const early = database.prepare('SELECT position FROM commits WHERE position < 1 LIMIT 100');
  return {
    async read(after, limit) {
      return page.all(after, limit).map(({ position, body }) => ({
        position: position as number,
        body: parsed(body as string),
      }));
    },
    last: async () => last.get()?.position as number,
    async disorder() {
      const outside = early
        .all()
        .map(({ position }) => ({ position: position as number, reason: 'no position is below 1' }));
      const mismatches = database.prepare(MISMATCHES).all() as {
        position: number;
        stream: string | null;
        reason: string;
      }[];
      return [
        ...outside,
        ...mismatches.map(({ stream, ...rest }): Problem => (stream === null ? rest : { ...rest, stream })),
      ];
    },
    [Symbol.dispose]() {
      database.close();
    },
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
