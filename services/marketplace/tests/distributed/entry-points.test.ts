import { openStores } from '@boxoffice/common/roles';
import { mongodPath, natsStreamingPath, startMongod } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import { secrets } from './support/distributed-market.ts';
import { startRole } from './support/role.ts';
import { startServers } from './support/servers.ts';
import { continued, forwardTo } from './support/wire.ts';

const entries = [
  ...['auth', 'tickets', 'orders', 'payments', 'webhooks'].flatMap((context) =>
    ['command', 'query', 'projector'].map((kind) => `services/${context}/${kind}.ts`),
  ),
  'services/mail/query.ts',
  'services/mail/projector.ts',
  'services/live/query.ts',
  'services/relay/main.ts',
  'services/marketplace/operations.ts',
  'services/gateway/main.ts',
];
const nowhere = { MONGODB_URL: 'mongodb://somebody:hunter2@127.0.0.1:9/market', NATS_URL: 'nats://127.0.0.1:9' };
const env = { ...secrets, ...nowhere, SCRYPT_LN: '10' };
const start = (entry: string, more: Record<string, string> = {}) =>
  startRole({ name: entry, entry: `services/${entry}`, env: { ...env, ...more } });

describe('an entry point with wrong settings says which and ends', { timeout: 60_000 }, () => {
  test.each(entries)('%s without any', async (entry) => {
    await using role = await startRole({ name: entry, entry, env: { LOG_LEVEL: 'loud' } });
    expect(await role.ended).toBe(1);
    expect(role.output()).toMatch(/Wrong settings:.*LOG_LEVEL: /s);
    expect(role.output()).toContain(entry.includes('gateway') ? 'ORDERS_QUERY_URL: ' : 'MONGODB_URL: must be set');
    expect(role.output()).not.toContain('    at ');
  });

  test.each([
    ['auth/command.ts', 'SESSION_SECRET', 'too short'],
    ['auth/command.ts', 'SESSION_SECRET', 'change-me-change-me-change-me-change-me'],
    ['auth/command.ts', 'EMAIL_KEY', 'x'.repeat(40)],
    ['auth/command.ts', 'SCRYPT_LN', '9'],
    ['tickets/query.ts', 'CURRENCY', 'DOGE'],
    ['orders/command.ts', 'HOLD_SECONDS', '0'],
    ['orders/query.ts', 'MONGODB_URL', 'http://localhost/market'],
    ['orders/query.ts', 'MONGODB_URL', 'mongodb://localhost:27017'],
    ['orders/query.ts', 'PUBLIC_URL', 'ftp://example.com'],
    ['orders/projector.ts', 'BUS', 'carrier-pigeon'],
    ['mail/projector.ts', 'SMTP_URL', 'http://localhost'],
    ['mail/projector.ts', 'MAIL_FROM', 'somebody'],
    ['relay/main.ts', 'NATS_URL', 'localhost:4222'],
    ['gateway/main.ts', 'FRONTEND_URL', 'somewhere'],
  ])('%s with %s=%s', async (entry, key, value) => {
    await using role = await start(entry, { [key]: value });
    expect(await role.ended).toBe(1);
    expect(role.output()).toContain(`  ${key}: `);
  });

  test('weak password hashes in production', async () => {
    await using role = await start('auth/command.ts', { NODE_ENV: 'production' });
    expect(await role.ended).toBe(1);
    expect(role.output()).toContain('SCRYPT_LN: must be 17 or more in production');
  });
});

describe('a process whose MongoDB is not there', { timeout: 60_000 }, () => {
  test('lives, is not ready, says what it waits for without its password, and ends when it is told to', async () => {
    await using role = await start('orders/query.ts');
    await expect.poll(role.readiness, { timeout: 30_000 }).toBe(503);
    expect((await fetch(`${role.url}/livez`)).status).toBe(200);
    const reply = await fetch(`${role.url}/api/orders`);
    expect(await reply.json()).toMatchObject({ status: 503, code: 'busy' });
    await expect.poll(role.output, { timeout: 30_000 }).toContain('MONGODB_URL: no answer from 127.0.0.1:9');
    expect(role.output()).not.toContain('hunter2');
    expect(await role.kill('SIGTERM')).toBe(0);
  });

  test.runIf(mongodPath)('becomes ready when it comes, and is not ready while it is silent', async () => {
    await using mongod = await startMongod();
    await using wire = await forwardTo(mongod.url);
    await using role = await start('orders/query.ts', { MONGODB_URL: wire.url });
    await expect.poll(role.output, { timeout: 30_000 }).toContain('MONGODB_URL: no answer');
    await wire.connect();
    await role.ready();
    mongod.child.kill('SIGSTOP');
    await expect.poll(role.readiness, { timeout: 20_000 }).toBe(503);
    mongod.child.kill('SIGCONT');
    await expect.poll(role.readiness, { timeout: 20_000 }).toBe(200);
  });
});

describe.runIf(mongodPath)('a process that is told to stop', { timeout: 60_000 }, () => {
  test('answers what is under way, and ends', async () => {
    await using mongod = await startMongod();
    await using role = await start('auth/command.ts', { MONGODB_URL: mongod.url });
    await role.ready();
    const request = await continued(`${role.url}/api/users/signup`);
    role.child.kill('SIGTERM');
    await expect.poll(role.readiness, { timeout: 10_000 }).toBeUndefined();
    expect(role.child.exitCode).toBe(null);
    const status = await request.end({ email: 'zoe@example.com', password: 'correct horse' });
    expect(status).toBe(201);
    expect(await role.ended).toBe(0);
  });
});

describe.runIf(mongodPath && natsStreamingPath)('a projector that has stopped', { timeout: 60_000 }, () => {
  test('is not ready: somebody must see to it', async () => {
    await using stack = new AsyncDisposableStack();
    const servers = { ...(await startServers(stack)) };
    await using role = await start('orders/projector.ts', servers);
    await role.ready();
    await using stores = await openStores(servers.MONGODB_URL);
    const stream = `order-${crypto.randomUUID()}`;
    await stores.log.append({
      expected: { [stream]: 0 },
      events: [{ stream, type: 'OrderFramed', version: 1, data: {} }],
      commandId: crypto.randomUUID(),
      correlationId: 'test',
      actor: 'test',
      at: new Date().toISOString(),
    });
    await expect.poll(role.readiness, { timeout: 20_000 }).toBe(503);
    expect((await fetch(`${role.url}/livez`)).status).toBe(200);
    expect(role.output()).toContain('cannot take in position 1');
    expect(await role.kill('SIGTERM')).toBe(0);
  });
});
