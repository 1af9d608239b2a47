import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const random = () => randomBytes(32).toString('base64url');

/** What the secrets of an overlay are made of, file by file: new ones each time. */
export function newSecrets(): Readonly<Record<string, string>> {
  const [mongo, bus] = [random(), random()];
  const members = [0, 1, 2].map((index) => `mongo-${index}.mongo:27017`).join(',');
  return {
    'mongodb.env': `MONGODB_URL=mongodb://market:${mongo}@${members}/boxoffice?replicaSet=rs0\n`,
    // The characters that a key file may have, which are fewer than those of an address.
    'mongodb-key.env': `MONGODB_KEY=${randomBytes(48).toString('hex')}\n`,
    'sessions.env': `SESSION_SECRET=${random()}\n`,
    'email.env': `EMAIL_KEY=${random()}\n`,
    'bus.env': `NATS_URL=nats://market:${bus}@bus:4222\n`,
    'server.conf': `authorization { user: market, password: "${bus}" }\n`,
  };
}

/** Makes the secrets of an overlay that are not there yet; what is there stays. Answers with what was made. */
export function makeSecrets(overlay: string): string[] {
  const folder = join(overlay, 'secrets');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const missing = Object.entries(newSecrets()).filter(([name]) => !existsSync(join(folder, name)));
  if (missing.some(([name]) => name === 'bus.env') !== missing.some(([name]) => name === 'server.conf'))
    throw new Error(`${folder}: bus.env and server.conf hold the same password: remove both, or neither`);
  for (const [name, text] of missing) writeFileSync(join(folder, name), text, { mode: 0o600, flag: 'wx' });
  return missing.map(([name]) => join(folder, name));
}

if (import.meta.main) {
  const overlay = process.argv[2] ?? fileURLToPath(new URL('../../deploy/k8s/overlays/dev', import.meta.url));
  const made = makeSecrets(overlay);
  process.stdout.write(made.length > 0 ? `made ${made.join(', ')}\n` : `${overlay}/secrets: all is there\n`);
}
