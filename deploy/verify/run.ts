import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** What it says is shown as it is said. */
  readonly shown?: boolean;
}

/**
 * Runs a program to its end; answers with what it wrote.
 * @throws when it ends badly, with what it said
 */
export async function run(file: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { env = {}, shown = false } = options;
  const child = spawn(file, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, complaints] = ['', ''];
  child.stdout.on('data', (chunk) => {
    output += chunk;
    if (shown) process.stdout.write(chunk);
  });
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
    if (shown) process.stderr.write(chunk);
  });
  const how = await new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(code === 0 ? undefined : (signal ?? `exit code ${code}`)));
  });
  if (how === undefined) return output;
  throw new Error(`${file} ${args.slice(0, 6).join(' ')}: ${how}\n${output.slice(-2000)}${complaints.slice(-2000)}`);
}

const began = performance.now();

/** Says what is done, and after how many seconds. */
export function say(line: string): void {
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(`${String(seconds).padStart(5)} s  ${line}\n`);
}

/** Says how long it took. */
export async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const from = performance.now();
  const result = await work();
  say(`${what}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return result;
}
