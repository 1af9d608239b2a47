import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { sayLoudly } from './say.ts';

export interface ProcessOptions {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Says nothing of what it writes. */
  readonly quiet?: boolean;
}

/**
 * Runs a program until it is disposed of. Each of its lines gets its name in front; when it ends by itself, that is
 * said loudly and it is started again.
 */
export function supervise({ name, file, args, cwd, env = {}, quiet = false }: ProcessOptions): AsyncDisposable {
  const { PATH = '', HOME = '' } = process.env;
  const stopping = new AbortController();
  const { signal } = stopping;
  let child: ChildProcess | undefined;

  async function run(): Promise<void> {
    for (let deaths = 0; !signal.aborted; deaths += 1) {
      child = spawn(file, args, {
        cwd,
        env: { NODE_ENV: 'development', PATH, HOME, ...env },
        // Ours notice by the channel that this program is gone.
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        // Ctrl-C comes to this program alone, which ends the others in their order.
        detached: true,
      });
      if (!quiet) for (const stream of [child.stdout, child.stderr]) prefixed(name, stream);
      else for (const stream of [child.stdout, child.stderr]) stream?.resume();
      const how = await ended(child);
      if (signal.aborted) return;
      sayLoudly(`${name} has ended (${how}). It is started again`);
      await delay(Math.min(500 * 2 ** deaths, 10_000), undefined, { signal }).catch(() => undefined);
    }
  }

  const running = run();
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort();
      child?.kill('SIGTERM');
      await running;
    },
  };
}

function prefixed(name: string, stream: NodeJS.ReadableStream | null): void {
  if (!stream) return;
  createInterface(stream).on('line', (line) => process.stdout.write(`${name.padEnd(18)}| ${line}\n`));
}

function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}
