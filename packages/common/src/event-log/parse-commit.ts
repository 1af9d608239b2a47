import { Commit } from '@boxoffice/contracts';
import { z } from 'zod';
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
    throw new CorruptCommitError(position, wordsOf(cause), where);
  }
}

/**
 * What was read after a position, as commits: all that follow it without a hole, up to the first that is none.
 * @throws {CorruptCommitError} that is the very next; it names the position
 */
export function soundCommits<Row>(
  after: number,
  rows: readonly Row[],
  decode: (row: Row) => Commit,
  where: string,
): Commit[] {
  const sound: Commit[] = [];
  for (const row of rows) {
    try {
      const commit = decode(row);
      const next = after + sound.length + 1;
      if (commit.position !== next) throw new CorruptCommitError(next, 'it is missing', where);
      sound.push(commit);
    } catch (error) {
      if (sound.length > 0 && error instanceof CorruptCommitError) return sound;
      throw error;
    }
  }
  return sound;
}

/** In one line. */
function wordsOf(cause: unknown): string {
  if (!(cause instanceof z.ZodError)) return (cause as Error).message.replaceAll(/\s*\n\s*/g, ' ');
  return cause.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`).join('; ');
}
