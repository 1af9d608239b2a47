import { mkdtempDisposableSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Secret } from '../../packages/common/src/index.ts';
import { makeSecrets, newSecrets } from '../../scripts/deploy/secrets.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('secrets are made once, for their owner alone, and what is there stays', () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'secrets-'));
  const made = makeSecrets(folder.path);
  expect(readdirSync(join(folder.path, 'secrets')).toSorted()).toEqual(Object.keys(newSecrets()).toSorted());
  for (const path of made) expect(statSync(path).mode & 0o077).toBe(0);
  const texts = made.map((path) => readFileSync(path, 'utf8'));
  expect(makeSecrets(folder.path)).toEqual([]);
  expect(made.map((path) => readFileSync(path, 'utf8'))).toEqual(texts);
});

test('both halves of the password of the bus are made together', () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'secrets-'));
  makeSecrets(folder.path);
  rmSync(join(folder.path, 'secrets', 'bus.env'));
  expect(() => makeSecrets(folder.path)).toThrow(/bus\.env and server\.conf/);
});

test('each is another one every time, and good enough for the processes', () => {
  const [one, other] = [newSecrets(), newSecrets()];
  for (const [name, text] of Object.entries(one)) expect(text).not.toBe(other[name]);
  for (const name of ['sessions.env', 'email.env'])
    expect(Secret.safeParse(one[name]?.trim().replace(/^\w+=/, '')).success).toBe(true);
});

test.each(['dev', 'prod'])('the example of %s names every file and every key', (overlay) => {
  const example = readFileSync(join(root, 'deploy/k8s/overlays', overlay, 'secrets.example'), 'utf8');
  for (const [name, text] of Object.entries(newSecrets())) {
    expect(example).toContain(`secrets/${name}`);
    expect(example).toContain(/^\w+/.exec(text)?.[0]);
  }
});
