import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqliteEventLog } from '@boxoffice/common';
import { type Happened, record } from '@boxoffice/common/testing';
import { TicketListed, TicketRepriced } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';

const entry = fileURLToPath(new URL('../../boxoffice.ts', import.meta.url));

export interface Cli extends AsyncDisposable {
  readonly child: ChildProcess;
  /** What it has said so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves with its exit code, or with the signal's name. */
  readonly ended: Promise<number | string | null>;
}

/** Starts the command line under plain Node, as people do. */
export function start(args: readonly string[], env: Record<string, string> = {}): Cli {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [entry, ...args], { env: { PATH, HOME, NODE_ENV: 'test', ...env } });
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk) => (out += chunk));
  child.stderr?.on('data', (chunk) => (err += chunk));
  const ended = new Promise<number | string | null>((resolve) =>
    child.on('close', (code, signal) => resolve(signal ?? code)),
  );
  return {
    child,
    out: () => out,
    err: () => err,
    ended,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The same, to its end. */
export async function run(args: readonly string[], env: Record<string, string> = {}) {
  await using cli = start(args, env);
  const code = await cli.ended;
  return { code, out: cli.out(), err: cli.err(), json: () => JSON.parse(cli.out()) };
}

export const ticketId = (n: number) => `71c4e700-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const listed = (n: number) => ({
  [`ticket-${ticketId(n)}`]: [sampleOf(TicketListed, { ticketId: ticketId(n) })],
});

/** What no page of a ticket can take in: a new price of a ticket that was never listed. */
export const poison = (n: number) => ({
  [`ticket-${ticketId(n)}`]: [sampleOf(TicketRepriced, { ticketId: ticketId(n) })],
});

/** A data folder with a log in it. */
export async function folderWith(...history: readonly Happened[]) {
  const folder = mkdtempSync(join(tmpdir(), 'market-'));
  await using log = openSqliteEventLog(join(folder, 'events.sqlite'));
  await record(log, ...history);
  return folder;
}
