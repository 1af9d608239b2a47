import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { mongodPath } from '../packages/common/src/testing/mongod.ts';
import { natsStreamingPath } from '../packages/common/src/testing/nats.ts';
import { freePort } from '../packages/common/src/testing/program.ts';
import { sendTo } from '../services/marketplace/tests/support/person.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'distributed-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Opened extends AsyncDisposable {
  readonly url: string;
  readonly child: ChildProcess;
  output(): string;
  readonly ended: Promise<number | null>;
}

/** Resolves when the market says that it is open. */
async function open(): Promise<Opened> {
  const port = String(await freePort());
  const env = { ...process.env, NODE_ENV: 'development' as const, PORT: port, DATA_DIR: folder };
  const child = spawn(process.execPath, ['scripts/dev-distributed.ts'], { cwd: root, env });
  let output = '';
  const { promise: isOpen, resolve } = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
      if (output.includes('The market is open')) resolve();
    });
  const ended = new Promise<number | null>((over) => child.on('close', over));
  await Promise.race([isOpen, ended.then(() => Promise.reject(new Error(output)))]);
  return {
    url: `http://localhost:${port}`,
    child,
    output: () => output,
    ended,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const credentials = { email: 'zoe@example.com', password: 'correct horse' };
const from = { 'sec-fetch-site': 'same-origin' };

describe.runIf(mongodPath && natsStreamingPath)('the distributed market on this machine', { timeout: 180_000 }, () => {
  test('opens at one address, says loudly who dies, and starts it again', async () => {
    await using market = await open();
    expect(await (await fetch(market.url)).text()).toContain('<html');
    const signUp = {
      method: 'POST',
      url: '/api/users/signup',
      payload: credentials,
      headers: from,
      cookies: {},
    } as const;
    expect((await sendTo(market.url)(signUp)).statusCode).toBe(201);

    const found = spawnSync('pgrep', ['-P', String(market.child.pid), '-f', 'services/auth/query.ts'], {
      encoding: 'utf8',
    });
    process.kill(Number(found.stdout), 'SIGKILL');
    await expect.poll(market.output, { timeout: 10_000 }).toContain('!!! auth-query has ended (SIGKILL)');
    const status = async () => (await fetch(`${market.url}/api/users/currentuser`)).status;
    await expect.poll(status, { timeout: 60_000 }).toBe(200);
    market.child.kill('SIGINT');
    expect(await market.ended).toBe(0);
  });

  test('shows the same market the next time', async () => {
    await using market = await open();
    const signIn = {
      method: 'POST',
      url: '/api/users/signin',
      payload: credentials,
      headers: from,
      cookies: {},
    } as const;
    expect((await sendTo(market.url)(signIn)).statusCode).toBe(200);
    market.child.kill('SIGINT');
    expect(await market.ended).toBe(0);
  });
});
