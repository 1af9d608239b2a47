import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  type CursorPosition,
  type EventLog,
  memoryReadModels,
  openSqliteEventLog,
  openSqliteVault,
  openStoredSqliteCommits,
  type Vault,
} from '@boxoffice/common';
import { readSecrets } from '../../src/data-folder.ts';
import { type Place, PlaceError } from './place.ts';

/** The data folder of a market in one process. It is not locked: the market may be running. */
export async function openFolderPlace(path: string): Promise<Place> {
  const events = join(path, 'events.sqlite');
  if (!existsSync(events))
    throw new PlaceError(`There is no market in ${path}: name its folder by --data-dir, or its database by --mongo`);
  await using stack = new AsyncDisposableStack();
  let log: EventLog | undefined;
  let vault: Vault | undefined;
  const readModels = stack.use(memoryReadModels());
  const stored = openStored(events);
  const opened = stack.move();
  return {
    kind: 'folder',
    name: path,
    stored,
    readModels,
    async log() {
      log ??= opened.use(openSqliteEventLog(events));
      return log;
    },
    cursors: async () => cursorsIn(join(path, 'cursors.sqlite')),
    async vault() {
      vault ??= opened.use(openSqliteVault(present(join(path, 'people.sqlite'))));
      return vault;
    },
    emailKey: () => readSecrets(present(join(path, 'secrets.json'))).email,
    async [Symbol.asyncDispose]() {
      // The last to close tidies up beside the file, which one that only reads cannot.
      stored[Symbol.dispose]();
      await opened.disposeAsync();
    },
  };
}

/** What is not there must not be made here. */
function present(path: string): string {
  if (!existsSync(path)) throw new PlaceError(`${path} is missing, and the events beside it need it; restore it`);
  return path;
}

function openStored(events: string) {
  try {
    return openStoredSqliteCommits(events);
  } catch (error) {
    throw new PlaceError(`${events} is not the log of a market: ${(error as Error).message}`);
  }
}

function cursorsIn(path: string): CursorPosition[] {
  if (!existsSync(path)) return [];
  using database = new DatabaseSync(path, { readOnly: true });
  database.exec('PRAGMA busy_timeout=5000');
  return database
    .prepare('SELECT name, position FROM cursors ORDER BY name')
    .all()
    .map(({ name, position }) => ({ name: String(name), position: Number(position) }));
}
