import { StartError } from '@boxoffice/common';
import { CommanderError } from 'commander';
import { reasonOf } from '../operations/refusals.ts';
import { boxoffice } from './boxoffice.ts';
import { RefusedError } from './refused-error.ts';
import { complain } from './terminal/say.ts';

/** It was told to stop by the terminal. */
const INTERRUPTED = 130;

/** Runs the operators' command line. Answers its exit code: 0 done, 1 refused or found bad, 2 asked for wrongly. */
export async function main(args: readonly string[]): Promise<number> {
  // Whatever it makes is nobody else's to read: SQLite keeps files beside the log.
  process.umask(0o077);
  const stop = new AbortController();
  const onSignal = () => (stop.signal.aborted ? process.exit(INTERRUPTED) : stop.abort());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  // Whoever was reading has read enough, as `head` does.
  process.stdout.on('error', () => process.exit(0));
  try {
    let code = 0;
    await boxoffice({ signal: stop.signal, onFound: () => (code = 1) }).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    const [code, words] = stop.signal.aborted ? [INTERRUPTED, 'Stopped.'] : verdictOf(error);
    if (words !== undefined) complain(words);
    return code;
  }
}

function verdictOf(error: unknown): [code: number, words?: string] {
  // It has said itself what is wrong.
  if (error instanceof CommanderError) return [error.exitCode === 0 ? 0 : 2];
  const { message, stack } = error as Error;
  if (error instanceof RefusedError) return [1, message];
  const reason = reasonOf(error);
  if (reason !== undefined) return [1, reason];
  // A wrong setting is named on a line of its own: here everything is one line.
  if (error instanceof StartError) return [2, message.replaceAll(/\s*\n\s*/g, ' ')];
  return [1, stack ?? String(error)];
}
