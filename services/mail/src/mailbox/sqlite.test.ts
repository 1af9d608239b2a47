import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buyerId } from '../controls.ts';
import { mailOf } from '../testing.ts';
import { mailboxSuite } from './mailbox.suite.ts';
import { openSqliteMailbox } from './sqlite.ts';

const newPath = () => join(mkdtempSync(join(tmpdir(), 'mailbox-')), 'mailbox.sqlite');

mailboxSuite('SQLite', () => {
  const path = newPath();
  return () => openSqliteMailbox(path);
});

test('of who was forgotten, nothing is on the disk', async () => {
  const path = newPath();
  await using mailbox = openSqliteMailbox(path);
  const onDisk = () =>
    [path, `${path}-wal`].map((file) => (existsSync(file) ? readFileSync(file, 'latin1') : '')).join();
  const traces = ['a private evening', buyerId];
  for (let position = 1; position <= 50; position += 1)
    await mailbox.keep({ ...mailOf(buyerId, position), text: 'a private evening '.repeat(200) });
  for (const trace of traces) expect(onDisk()).toContain(trace);
  await mailbox.forget(buyerId);
  for (const trace of traces) expect(onDisk()).not.toContain(trace);
});
