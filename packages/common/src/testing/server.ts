import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './program.ts';

/** A server with a port and data of its own, which stay the same over restarts. */
export interface Server extends AsyncDisposable {
  readonly url: string;
  /** Ends it at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Starts it after a kill; resolves when it is ready. */
  start(): Promise<void>;
  /** Takes its data away, when it is not running. */
  wipe(): void;
  /** Makes it silent: connections stay, and nothing is answered. */
  pause(): Promise<void>;
  resume(): Promise<void>;
}

/** How a server is started at a port and with a folder for its data, and what it says when it is ready. */
export type Program = (port: number, folder: string) => { args: string[]; ready: string };

/** Starts a program of this machine as a server. */
export async function startServer(scheme: string, path: string | undefined, program: Program): Promise<Server> {
  if (!path) throw new Error('there is no such server on this machine');
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), `${scheme}-`));
  const { args, ready } = program(port, folder);
  let child: ChildProcess | undefined;

  const wipe = () => rmSync(folder, { recursive: true, force: true });
  async function start(): Promise<void> {
    child = spawn(path as string, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    await said(child, ready);
  }
  async function kill(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child?.on('close', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  await start();
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    kill,
    start,
    wipe,
    pause: async () => void child?.kill('SIGSTOP'),
    resume: async () => void child?.kill('SIGCONT'),
    async [Symbol.asyncDispose]() {
      await kill();
      wipe();
    },
  };
}

/** Resolves when the program has said this, and reads on, so that it never waits for a reader. */
async function said(child: ChildProcess, words: string): Promise<void> {
  const heard: string[] = [];
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      if (stream)
        createInterface(stream).on('line', (line) => {
          if (heard.push(line) > 100) heard.shift();
          if (line.includes(words)) resolve();
        });
    child.on('close', () => reject(new Error(`the server has ended: ${heard.join('\n')}`)));
    child.on('error', reject);
  });
}
