// Runs on the Node of the machine (20 or later), before anything is installed: plain JavaScript, no dependencies.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PNPM = 'pnpm@12.21.0';
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Installs what the lockfile names, if that has not been done. */
export function install() {
  const wanted = fingerprint(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']);
  const stamp = join(root, 'node_modules', '.boxoffice-installed');
  if (read(stamp) === wanted) return;
  say('Installing (the first time this takes about half a minute)');
  run('npx', ['--yes', PNPM, 'install', '--frozen-lockfile'], root);
  write(stamp, wanted);
}

/** Builds the web client, if its sources have changed since it was built. */
export function buildClient() {
  const wanted = fingerprint(['pnpm-lock.yaml', 'frontend', 'packages/contracts/src']);
  const stamp = join(root, 'frontend', '.next', 'boxoffice-built');
  if (read(stamp) === wanted) return;
  say('Building the web client');
  const client = join(root, 'frontend');
  run(node(), [join(client, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'], client, {
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
  });
  write(stamp, wanted);
}

/** Hands over to a program of the Node that the lockfile names, and ends as it ends. */
export function handOver(args, env = {}) {
  const child = spawn(node(), args, {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  });
  // The terminal tells the child as well; a second signal from here would cut its clean end short.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

export function say(line) {
  process.stdout.write(`\n▸ ${line}\n`);
}

function node() {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

function run(command, args, cwd, env = {}) {
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync(command, args, { cwd, shell, stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) process.stderr.write(`${command} cannot be started: ${error.message}\n`);
  if (status !== 0) process.exit(status ?? 1);
}

function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((name) => filesOf(join(root, name)))) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

function filesOf(path) {
  const ignored = new Set(['node_modules', '.next', 'next-env.d.ts']);
  const entries = existsSync(path) ? entriesOf(path) : [];
  return entries.flatMap((entry) => {
    if (ignored.has(entry.name)) return [];
    const full = join(entry.parentPath, entry.name);
    return entry.isDirectory() ? filesOf(full) : [full];
  });
}

function entriesOf(path) {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    const name = path.slice(dirname(path).length + 1);
    return [{ name, parentPath: dirname(path), isDirectory: () => false }];
  }
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
