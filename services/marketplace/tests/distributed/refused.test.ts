import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLUSTER, mongodPath, natsStreamingPath, startMongod, startNatsStreaming } from '@boxoffice/common/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { secrets } from './support/distributed-market.ts';
import { startRole } from './support/role.ts';
import { makeUsers } from './support/users.ts';

const start = (entry: string, env: Record<string, string>) =>
  startRole({ name: entry, entry: `services/${entry}`, env: { ...secrets, SCRYPT_LN: '10', ...env } });

describe.runIf(mongodPath)('a MongoDB that will not do', { timeout: 60_000 }, () => {
  test('a standalone server is refused', async () => {
    await using mongod = await startMongod([]);
    await using role = await start('auth/command.ts', { MONGODB_URL: mongod.url });
    expect(await role.ended).toBe(1);
    expect(role.output()).toContain('MONGODB_URL: this server cannot hold the log: it is not a replica set');
    expect(role.output()).not.toContain('    at ');
  });
});

describe.runIf(mongodPath)('a MongoDB that asks who one is', { timeout: 60_000 }, () => {
  const stack = new AsyncDisposableStack();
  let address: URL;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'key-'));
    stack.defer(() => rmSync(folder, { recursive: true }));
    const keyFile = join(folder, 'key');
    writeFileSync(keyFile, randomBytes(96).toString('base64'), { mode: 0o400 });
    const mongod = stack.use(await startMongod(['--replSet', 'rs0', '--auth', '--keyFile', keyFile]));
    address = new URL(mongod.url);
    await makeUsers(address.host);
  }, 60_000);
  afterAll(() => stack.disposeAsync());

  const urlOf = (user: string, password: string) => {
    const url = new URL(address);
    url.username = user;
    url.password = password;
    url.searchParams.set('authSource', 'admin');
    return url.href;
  };

  test.each([
    ['a wrong password', 'market', 'swordfish', 'AuthenticationFailed'],
    ['an unknown user', 'nobody', 'swordfish', 'AuthenticationFailed'],
    ['a user who may only read', 'reader', 'hunter2', 'Unauthorized'],
  ])('%s ends the process, which names the setting and no password', async (_what, user, password, why) => {
    await using role = await start('orders/query.ts', { MONGODB_URL: urlOf(user, password) });
    expect(await role.ended).toBe(1);
    expect(role.output()).toContain(`MONGODB_URL: the server at ${address.host} refuses its user or password: ${why}`);
    expect(role.output()).not.toContain(password);
    expect(role.output()).not.toContain('    at ');
  });

  test('no credentials end it as well', async () => {
    await using role = await start('orders/query.ts', { MONGODB_URL: address.href });
    expect(await role.ended).toBe(1);
    expect(role.output()).toContain('MONGODB_URL: the server');
  });

  test('a user who may read and write its own database is enough', async () => {
    await using role = await start('orders/query.ts', { MONGODB_URL: urlOf('market', 'hunter2') });
    await role.ready();
    expect(await role.kill('SIGTERM')).toBe(0);
  });
});

describe.runIf(mongodPath && natsStreamingPath)('a bus that asks who one is', { timeout: 60_000 }, () => {
  test('lets nobody in by a wrong password, and the process says so', async () => {
    await using mongod = await startMongod();
    await using nats = await startNatsStreaming(['-user', 'market', '-pass', 'hunter2']);
    const { host } = new URL(nats.url);
    const bus = (credentials: string) => ({ NATS_URL: `nats://${credentials}@${host}`, NATS_CLUSTER_ID: CLUSTER });
    await using wrong = await start('relay/main.ts', { MONGODB_URL: mongod.url, ...bus('market:swordfish') });
    expect(await wrong.ended).toBe(1);
    expect(wrong.output()).toContain('NATS_URL: the bus refuses its user, password or token');
    expect(wrong.output()).not.toContain('swordfish');
    await using right = await start('relay/main.ts', { MONGODB_URL: mongod.url, ...bus('market:hunter2') });
    await right.ready();
    expect(await right.kill('SIGTERM')).toBe(0);
  });
});
