import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '@boxoffice/common/testing';

/** A process of the distributed market, at a port of its own that it keeps over restarts. */
export interface Role extends AsyncDisposable {
  readonly name: string;
  readonly url: string;
  /** The present process. */
  readonly child: ChildProcess;
  /** Resolves with its exit code, or with the signal's name. */
  readonly ended: Promise<number | string | null>;
  /** All that it has said, before restarts as well. */
  output(): string;
  /** Starts it again, after it has ended. */
  start(): void;
  /** Sends a signal and waits for the end. */
  kill(signal?: NodeJS.Signals): Promise<number | string | null>;
  /** What `/readyz` says; `undefined` when nobody answers. */
  readiness(): Promise<number | undefined>;
  /** Resolves when it is ready; rejects when it ends instead. */
  ready(): Promise<void>;
}

export interface RoleOptions {
  readonly name: string;
  /** From the root of the repository. */
  readonly entry: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What answers 200 when it is ready. */
  readonly probe?: string;
  /** A free one; without, one is looked for. */
  readonly port?: number;
}

const root = fileURLToPath(new URL('../../../../../', import.meta.url));

/** Runs an entry point under plain Node, on a free port. */
export async function startRole(options: RoleOptions): Promise<Role> {
  const { name, entry, args = [], env, probe = '/readyz', port = await freePort() } = options;
  const url = `http://127.0.0.1:${port}`;
  const { PATH = '', HOME = '' } = process.env;
  let output = '';
  let child: ChildProcess;
  let ended: Promise<number | string | null>;

  function start(): void {
    child = spawn(process.execPath, [root + entry, ...args], {
      cwd: root,
      env: { NODE_ENV: 'test', PATH, HOME, HOST: '127.0.0.1', PORT: String(port), ...env },
      // A role ends with whoever started it.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    ended = new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)));
  }

  async function readiness(): Promise<number | undefined> {
    const reply = await fetch(url + probe, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    await reply?.body?.cancel();
    return reply?.status;
  }

  async function kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | string | null> {
    child.kill(signal);
    return ended;
  }

  start();
  return {
    name,
    url,
    get child() {
      return child;
    },
    get ended() {
      return ended;
    },
    output: () => output,
    start,
    kill,
    readiness,
    async ready() {
      let over = false;
      ended.then(() => {
        over = true;
      });
      while ((await readiness()) !== 200) {
        if (over) throw new Error(`${name} ended with ${await ended}: ${output}`);
        await delay(50);
      }
    },
    async [Symbol.asyncDispose]() {
      await kill();
    },
  };
}
