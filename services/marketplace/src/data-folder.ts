import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FileRefusedError, StartError } from '@boxoffice/common';
import { z } from 'zod';

const Secrets = z.strictObject({ cookie: z.string().min(32), email: z.string().min(32) });

export interface DataFolder extends AsyncDisposable {
  readonly events: string;
  readonly people: string;
  readonly cursors: string;
  readonly sandbox: string;
  readonly outbox: string;
  readonly mailbox: string;
  readonly webhooks: string;
  readonly demo: string;
  readonly secrets: z.infer<typeof Secrets>;
}

const databases = ['events', 'people', 'cursors', 'sandbox-payments', 'outbox', 'mailbox', 'webhooks', 'lock'].map(
  (name) => `${name}.sqlite`,
);
const known = new Set([
  'secrets.json',
  'secrets.json-new',
  'demo.json',
  ...databases.flatMap((name) => ['', '-wal', '-shm', '-journal', '-new'].map((end) => name + end)),
]);

/** Another process has the folder. */
export class DataFolderInUse extends StartError {
  constructor(path: string) {
    super(`${path} is in use by another process: stop it, or choose another DATA_DIR`);
  }
}

/**
 * Makes the folder, or takes possession of it.
 * @throws {FileRefusedError} there is something in it that is not ours, or something of ours is missing
 * @throws {DataFolderInUse} another process has it
 */
export function openDataFolder(path: string): DataFolder {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  // A folder with other things in it was named by mistake: nothing of ours must be mixed in.
  for (const name of readdirSync(path))
    if (!known.has(name) && !name.startsWith('.'))
      throw new FileRefusedError(join(path, name), 'it is not a file of the market');
  checkComplete(path);
  const lock = takeLock(path);
  try {
    return {
      events: join(path, 'events.sqlite'),
      people: join(path, 'people.sqlite'),
      cursors: join(path, 'cursors.sqlite'),
      sandbox: join(path, 'sandbox-payments.sqlite'),
      outbox: join(path, 'outbox.sqlite'),
      mailbox: join(path, 'mailbox.sqlite'),
      webhooks: join(path, 'webhooks.sqlite'),
      demo: join(path, 'demo.json'),
      secrets: secrets(path),
      async [Symbol.asyncDispose]() {
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** A lock that the operating system lets go of when the process dies, however it dies. */
function takeLock(folder: string): DatabaseSync {
  const path = join(folder, 'lock.sqlite');
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(path);
    lock.exec('PRAGMA busy_timeout=0; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (String(error).includes('locked')) throw new DataFolderInUse(folder);
    throw new FileRefusedError(path, (error as Error).message);
  }
}

/** Without people or secrets nobody could sign in to the accounts that the log knows of. */
function checkComplete(folder: string): void {
  const events = join(folder, 'events.sqlite');
  if (!existsSync(events)) {
    if (peopleIn(join(folder, 'people.sqlite')) > 0)
      throw new FileRefusedError(events, 'it is missing, and there are people with accounts in it; restore it');
    return;
  }
  for (const name of ['secrets.json', 'people.sqlite'])
    if (!existsSync(join(folder, name)))
      throw new FileRefusedError(join(folder, name), 'it is missing, and the events beside it need it; restore it');
}

function peopleIn(path: string): number {
  if (!existsSync(path)) return 0;
  try {
    using people = new DatabaseSync(path, { readOnly: true });
    return Number(people.prepare('SELECT count(*) AS people FROM people').get()?.people);
  } catch {
    // It is looked at more closely, and refused by its name, when it is opened.
    return 0;
  }
}

/** Made once. */
function secrets(folder: string): z.infer<typeof Secrets> {
  const path = join(folder, 'secrets.json');
  if (!existsSync(path)) {
    const made = { cookie: randomBytes(32).toString('base64url'), email: randomBytes(32).toString('base64url') };
    // Under its own name the file is whole or it is not there.
    writeFileSync(`${path}-new`, JSON.stringify(made), { mode: 0o600, flush: true });
    renameSync(`${path}-new`, path);
    return made;
  }
  return readSecrets(path);
}

/** @throws {FileRefusedError} it is another file */
export function readSecrets(path: string): z.infer<typeof Secrets> {
  try {
    return Secrets.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new FileRefusedError(path, 'it does not hold the secrets of a market');
  }
}
