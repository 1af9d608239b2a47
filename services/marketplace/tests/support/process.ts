import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../main.ts', import.meta.url));

export interface MarketProcess extends AsyncDisposable {
  readonly url: string;
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves with the exit code, or with the signal's name. */
  readonly ended: Promise<number | string | null>;
}

export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'market-'));
}

/** Settings of a market for tests: any free port, cheap password hashes. */
export function settings(dataDir: string, more: Record<string, string> = {}): Record<string, string> {
  return { DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', SCRYPT_LN: '10', NODE_ENV: 'test', ...more };
}

/** Runs the market's entry point under plain Node, as people do. */
export function run(args: string[], env: Record<string, string>): Omit<MarketProcess, 'url'> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [main, ...args], { env: { NODE_ENV: 'test', PATH, HOME, ...env } });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const ended = new Promise<number | string | null>((resolve) =>
    child.on('close', (code, signal) => resolve(signal ?? code)),
  );
  return {
    child,
    output: () => output,
    ended,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The same, once it has said that it is open. */
export async function openMarket(args: string[], env: Record<string, string>): Promise<MarketProcess> {
  const market = run(args, env);
  const url = await new Promise<string>((resolve, reject) => {
    market.child.stdout?.on('data', () => {
      const match = /open at (\S+?)\. /.exec(market.output());
      if (match?.[1]) resolve(match[1]);
    });
    market.ended.then((code) => reject(new Error(`the market ended with ${code}: ${market.output()}`)));
  });
  return { ...market, url };
}
