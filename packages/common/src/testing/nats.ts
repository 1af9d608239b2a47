import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort, programPath } from './program.ts';

/** The NATS Streaming server of this machine: `NATS_STREAMING_PATH`, or `nats-streaming-server` on the path. */
export const natsStreamingPath = programPath('nats-streaming-server', process.env.NATS_STREAMING_PATH);

/** The NATS server of this machine, which has JetStream: `NATS_SERVER_PATH`, or `nats-server` on the path. */
export const natsServerPath = programPath('nats-server', process.env.NATS_SERVER_PATH);

/** A server with a port and data of its own, which stay the same over restarts. */
export interface NatsServer extends AsyncDisposable {
  readonly url: string;
  /** Ends it at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Starts it after a kill; resolves when it is ready. */
  start(): Promise<void>;
  /** Takes its data away, when it is not running. */
  wipe(): void;
  /** Makes it silent: connections stay, and nothing is answered. */
  pause(): void;
  resume(): void;
}

/** The cluster id of the NATS Streaming servers of tests. */
export const CLUSTER = 'test';

/** Starts a NATS Streaming server that keeps its data in files. */
export function startNatsStreaming(more: readonly string[] = []): Promise<NatsServer> {
  return startServer(natsStreamingPath, (port, folder) => {
    const store = ['-store', 'file', '-dir', folder, '-cid', CLUSTER];
    return { args: [...store, ...more, '-a', '127.0.0.1', '-p', String(port)], ready: 'Streaming Server is ready' };
  });
}

/** Starts a NATS server with JetStream. */
export function startNatsServer(): Promise<NatsServer> {
  return startServer(natsServerPath, (port, folder) => {
    const args = ['-js', '-sd', folder, '-a', '127.0.0.1', '-p', String(port)];
    return { args, ready: 'Server is ready' };
  });
}

type Program = (port: number, folder: string) => { args: string[]; ready: string };

async function startServer(path: string | undefined, program: Program): Promise<NatsServer> {
  if (!path) throw new Error('there is no such server on this machine');
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'nats-'));
  const { args, ready } = program(port, folder);
  let child: ChildProcess | undefined;

  const wipe = () => rmSync(folder, { recursive: true, force: true });
  async function start(): Promise<void> {
    child = spawn(path as string, args, { stdio: ['ignore', 'ignore', 'pipe'] });
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
    url: `nats://127.0.0.1:${port}`,
    kill,
    start,
    wipe,
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    async [Symbol.asyncDispose]() {
      await kill();
      wipe();
    },
  };
}

/** Resolves when the program has said this, and reads on, so that it never waits for a reader. */
async function said(child: ChildProcess, words: string): Promise<void> {
  if (!child.stderr) throw new Error('the program cannot be heard');
  const heard: string[] = [];
  const lines = createInterface(child.stderr);
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      if (heard.push(line) > 100) heard.shift();
      if (line.includes(words)) resolve();
    });
    lines.on('close', () => reject(new Error(`the server has ended: ${heard.join('\n')}`)));
    child.on('error', reject);
  });
}
