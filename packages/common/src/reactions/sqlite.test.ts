import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cursorsSuite } from './cursors.suite.ts';
import { openSqliteCursors } from './sqlite.ts';

cursorsSuite('SQLite', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'cursors-')), 'cursors.sqlite');
  return async () => openSqliteCursors(path);
});
