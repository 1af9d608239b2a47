import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { sandboxSuite } from './sandbox.suite.ts';
import { openSandboxProvider } from './sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
sandboxSuite('SQLite', () => {
  count += 1;
  const path = join(folder, `sandbox-${count}.sqlite`);
  return () => openSandboxProvider(path);
});
