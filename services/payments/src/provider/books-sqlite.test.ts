import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { booksSuite } from './books.suite.ts';
import { openSqliteBooks } from './books-sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
booksSuite('SQLite', () => {
  count += 1;
  const path = join(folder, `sandbox-${count}.sqlite`);
  return () => openSqliteBooks(path);
});
