import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileRefusedError } from '@boxoffice/common';
import { afterAll, expect, test } from 'vitest';
import { webhookId } from '../controls.ts';
import { deliveriesSuite } from '../deliveries/deliveries.suite.ts';
import { secretsSuite } from '../secrets/secrets.suite.ts';
import { newSecret } from '../secrets/signature.ts';
import { openSqliteWebhookStore } from './sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'webhooks-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
const newPath = () => {
  count += 1;
  return join(folder, `webhooks-${count}.sqlite`);
};
const fresh = () => {
  const path = newPath();
  return () => openSqliteWebhookStore(path);
};
secretsSuite('SQLite', fresh);
deliveriesSuite('SQLite', fresh);

test('a secret that was destroyed is nowhere on the disk', async () => {
  const path = newPath();
  const onDisk = () =>
    [path, `${path}-wal`].map((file) => (existsSync(file) ? readFileSync(file, 'latin1') : '')).join('\n');
  await using store = openSqliteWebhookStore(path);
  const [gone, swept, kept] = [newSecret(), newSecret(), newSecret()];
  for (const [secretId, value] of Object.entries({ gone, swept, kept }))
    await store.secrets.put({ secretId, webhookId, value });
  expect(onDisk()).toContain(gone);
  await store.secrets.destroy('gone');
  await store.secrets.retireOthers(webhookId, 'kept', '2027-01-01T12:00:00.000Z');
  await store.secrets.sweep('2027-01-01T12:00:00.000Z');
  expect([gone, swept, kept].map((secret) => onDisk().includes(secret))).toEqual([false, false, true]);
});

test('a file that is something else is refused and left as it is', () => {
  const path = newPath();
  writeFileSync(path, 'a shopping list, of no use to anybody else');
  expect(() => openSqliteWebhookStore(path)).toThrow(FileRefusedError);
  expect(readFileSync(path, 'utf8')).toBe('a shopping list, of no use to anybody else');
});
