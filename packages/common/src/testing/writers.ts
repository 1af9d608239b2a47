import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a process of tests writes to a log in MongoDB. */
export interface WriterOptions {
  readonly url: string;
  readonly database: string;
  /** Its name, in its streams and commands. */
  readonly writer: string;
  readonly clients: number;
  /** How often each client appends; without end, until it is told to stop, if not given. */
  readonly rounds?: number;
  /** Whether the clients of all writers also try to be first at one more stream each round. */
  readonly contested?: boolean;
  readonly deadlineMs?: number;
}

/** A command that the log has taken; `at` is in milliseconds since 1970. */
export interface Acknowledged {
  readonly commandId: string;
  readonly position: number;
  readonly at: number;
}

export interface WriterReport {
  acknowledged: Acknowledged[];
  /** How many appends were refused because another was first. */
  refused: number;
  /** How often it was not known whether an append had been carried out. */
  unknown: number;
}

/** Processes that write to a log, and what they have said so far, all together. */
export interface Writers extends AsyncDisposable {
  readonly report: WriterReport;
  /** Lets each client finish its append; resolves when all have ended. */
  stop(): Promise<void>;
  /** Resolves when all have ended by themselves. */
  ended(): Promise<void>;
}

/** Starts each writer as a process of its own. */
export function startWriters(all: readonly WriterOptions[]): Writers {
  const report: WriterReport = { acknowledged: [], refused: 0, unknown: 0 };
  const children = all.map((options) => {
    const child = fork(program, [JSON.stringify(options)], { execArgv: [] });
    child.on('message', (part: WriterReport) => {
      report.acknowledged.push(...part.acknowledged);
      report.refused += part.refused;
      report.unknown += part.unknown;
    });
    return { child, end: once(child, 'close') };
  });

  async function ended(): Promise<void> {
    for (const [code, signal] of await Promise.all(children.map(({ end }) => end)))
      if (code !== 0) throw new Error(`a writer ended with ${code ?? signal}`);
  }

  return {
    report,
    ended,
    async stop() {
      for (const { child } of children) if (isRunning(child)) child.send('stop');
      await ended();
    },
    async [Symbol.asyncDispose]() {
      for (const { child } of children) if (isRunning(child)) child.kill('SIGKILL');
      await Promise.all(children.map(({ end }) => end));
    },
  };
}

const program = fileURLToPath(new URL('writer-process.ts', import.meta.url));

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
