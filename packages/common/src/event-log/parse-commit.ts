import { Commit } from '@boxoffice/contracts';

/** What is stored in the log is not a commit: written by another program, or by half. It is never skipped. */
export class CorruptCommitError extends Error {
  readonly position: number;

  constructor(position: number, cause: unknown) {
    super(`what the log holds at position ${position} is not a commit`, { cause });
    this.name = 'CorruptCommitError';
    this.position = position;
  }
}

/**
 * Checks the envelope of what was read. The events inside are parsed by who knows their contracts (`recorded.ts`).
 * @throws {CorruptCommitError} naming the position
 */
export function parseCommit(position: number, read: () => unknown): Commit {
  try {
    const commit = Commit.parse(read());
    if (commit.position !== position) throw new Error(`it says that it is at ${commit.position}`);
    return commit;
  } catch (cause) {
    throw new CorruptCommitError(position, cause);
  }
}
