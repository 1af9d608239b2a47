import { openSqliteVault, type Passwords, scryptPasswords, type Vault } from '@boxoffice/auth';
import {
  type Clock,
  type Cursors,
  type EventBus,
  type EventLog,
  inProcessEventBus,
  memoryReadModels,
  openSqliteCursors,
  openSqliteEventLog,
  type ReadModels,
  systemClock,
} from '@boxoffice/common';
import { openSandboxProvider, type PaymentProvider, type SandboxProvider } from '@boxoffice/payments';
import type { DataFolder } from './data-folder.ts';

/** Everything that the market is made of and that could be of another make. */
export interface Parts extends AsyncDisposable {
  readonly clock: Clock;
  readonly log: EventLog;
  readonly bus: EventBus;
  readonly readModels: ReadModels;
  readonly cursors: Cursors;
  readonly vault: Vault;
  readonly passwords: Passwords;
  readonly provider: PaymentProvider;
}

/** The parts of the embedded mode. */
export interface EmbeddedParts extends Parts {
  readonly provider: SandboxProvider;
}

/** The embedded parts: files in one folder, the rest in memory. */
export function embeddedParts(folder: DataFolder, { scryptLn }: { scryptLn: number }): EmbeddedParts {
  const stack = new AsyncDisposableStack();
  const parts = {
    clock: systemClock,
    vault: stack.use(openSqliteVault(folder.people)),
    cursors: stack.use(openSqliteCursors(folder.cursors)),
    provider: stack.use(openSandboxProvider(folder.sandbox)),
    // The log last: where there is one, everything else must have been there before.
    log: stack.use(openSqliteEventLog(folder.events)),
    bus: stack.use(inProcessEventBus()),
    readModels: stack.use(memoryReadModels()),
    passwords: scryptPasswords(scryptLn),
  };
  return { ...parts, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}
