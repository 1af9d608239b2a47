import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outboxSuite } from './outbox.suite.ts';
import { openSqliteOutbox } from './sqlite.ts';

outboxSuite('SQLite', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'outbox-')), 'outbox.sqlite');
  return () => openSqliteOutbox(path);
});
