import { Commit } from '@boxoffice/contracts';
import { StartError } from '../start-error.ts';

/** What is stored in the log is not a commit: written by another program, or by half. It is never skipped. */
export class CorruptCommitError extends StartError {
  readonly position: number;

  constructor(position: number, reason: string, where: string) {
    super(`${where}: what is at position ${position} is not a commit of the log: ${reason}`);
    this.position = position;
  }
}

/**
 * Checks the envelope of what was read. The events inside are parsed by who knows their contracts (`recorded.ts`).
 * @throws {CorruptCommitError} naming the position
 */
export function parseCommit(position: number, where: string, read: () => unknown): Commit {
  try {
    const commit = Commit.parse(read());
    if (commit.position !== position) throw new Error(`it says that it is at ${commit.position}`);
    return commit;
  } catch (cause) {
    throw new CorruptCommitError(position, (cause as Error).message, where);
  }
}

/**
 * Checks that what was read after a position follows it without a hole.
 * @throws {CorruptCommitError} naming the position that is missing
 */
export function checkDense(after: number, commits: Commit[], where: string): Commit[] {
  for (const [n, { position }] of commits.entries())
    if (position !== after + n + 1) throw new CorruptCommitError(after + n + 1, 'it is missing', where);
  return commits;
}
