import { openSqliteFile } from '../sqlite-file.ts';
import type { CursorPosition, Cursors } from './cursors.ts';

/**
 * Cursors in a SQLite file, for the embedded mode: one process, so that nobody has to wait.
 * @throws {FileRefusedError} the file is something else, or is damaged
 */
export function openSqliteCursors(path: string): Cursors {
  const schema = 'CREATE TABLE cursors (name TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT';
  const database = openSqliteFile({ path, applicationId: 0x42784375, version: 1, schema });
  const load = database.prepare('SELECT position FROM cursors WHERE name = ?');
  const save = database.prepare('INSERT OR REPLACE INTO cursors (name, position) VALUES (?, ?)');
  const all = database.prepare('SELECT name, position FROM cursors ORDER BY name');
  return {
    positions: async () => all.all().map(({ name, position }) => ({ name, position }) as CursorPosition),
    async take(name) {
      return {
        position: (load.get(name)?.position as number | undefined) ?? 0,
        async save(position) {
          save.run(name, position);
        },
        confirm: async () => undefined,
        [Symbol.asyncDispose]: async () => undefined,
      };
    },
    async [Symbol.asyncDispose]() {
      if (database.isOpen) database.close();
    },
  };
}
