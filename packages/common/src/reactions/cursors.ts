import { openSqliteFile } from '../sqlite-file.ts';

/** How far each reaction has come: durable, and never set back by a rebuild. */
export interface Cursors extends AsyncDisposable {
  /** 0 for one that has never been saved. */
  load(name: string): Promise<number>;
  save(name: string, position: number): Promise<void>;
}

/**
 * Cursors in a SQLite file, for the embedded mode.
 * @throws {FileRefusedError} the file is something else, or is damaged
 */
export function openSqliteCursors(path: string): Cursors {
  const schema = 'CREATE TABLE cursors (name TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT';
  const database = openSqliteFile({ path, applicationId: 0x42784375, version: 1, schema });
  const load = database.prepare('SELECT position FROM cursors WHERE name = ?');
  const save = database.prepare('INSERT OR REPLACE INTO cursors (name, position) VALUES (?, ?)');
  return {
    load: async (name) => (load.get(name)?.position as number | undefined) ?? 0,
    async save(name, position) {
      save.run(name, position);
    },
    async [Symbol.asyncDispose]() {
      if (database.isOpen) database.close();
    },
  };
}
