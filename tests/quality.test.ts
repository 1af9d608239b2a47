import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

function run(...command: string[]) {
  const [program = '', ...args] = command;
  const { status, stdout, stderr } = spawnSync(`node_modules/.bin/${program}`, args, { cwd: root, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

test('types hold in packages, services and tests', { timeout: 120_000 }, () => {
  expect(run('tsc', '-p', '.')).toEqual({ status: 0, output: '' });
});

test('types hold in the web client', { timeout: 120_000 }, () => {
  expect(run('tsc', '-p', 'frontend')).toEqual({ status: 0, output: '' });
});

test('lint and format find nothing', { timeout: 120_000 }, () => {
  const { status, output } = run('biome', 'ci', '--colors=off', '--reporter=github', '.');
  expect(status, output).toBe(0);
});
