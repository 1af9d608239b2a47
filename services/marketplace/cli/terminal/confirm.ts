import { stderr, stdin } from 'node:process';
import { createInterface } from 'node:readline/promises';

/** Asks a person, if there is one at the terminal; without one the answer is yes. */
export async function confirm(question: string, signal: AbortSignal): Promise<boolean> {
  if (!stdin.isTTY || !stderr.isTTY) return true;
  const terminal = createInterface({ input: stdin, output: stderr });
  // While it reads, the terminal's interrupt comes to it and not to the process.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `, { signal })).trim());
  } finally {
    terminal.close();
  }
}
