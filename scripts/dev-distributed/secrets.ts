import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const make = () => randomBytes(32).toString('base64url');

/** The secrets of the market in this folder, made once. */
export function secretsIn(folder: string): { SESSION_SECRET: string; EMAIL_KEY: string } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'secrets.json');
  if (!existsSync(path))
    writeFileSync(path, JSON.stringify({ SESSION_SECRET: make(), EMAIL_KEY: make() }), { mode: 0o600, flush: true });
  return JSON.parse(readFileSync(path, 'utf8'));
}
