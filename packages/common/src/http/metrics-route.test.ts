import { Problem } from '@boxoffice/contracts';
import { expect, test } from 'vitest';
import { sampled } from '../testing/sampled.ts';
import { createLogger, createServer, metricsRoute } from './index.ts';

async function serve(localOnly: boolean, isReady?: () => boolean) {
  const app = await createServer({ logger: createLogger('silent'), trustProxy: 'loopback', secure: false });
  await app.register(metricsRoute({ localOnly, ...(isReady && { isReady }) }));
  app.get('/api/tickets/:id', async () => 'a ticket');
  return app;
}

const count = (labels: Record<string, string>) => sampled('boxoffice_http_request_seconds_count', labels);

test('a request is counted under the pattern of its route, never under its address', async () => {
  await using app = await serve(true);
  await app.inject('/api/tickets/17?q=zoe');
  await app.inject('/nowhere/zoe');
  await expect.poll(() => count({ method: 'GET', route: '/api/tickets/:id', status: '2xx' })).toBe(1);
  await expect.poll(() => count({ method: 'GET', route: 'none', status: '4xx' })).toBe(1);
  expect((await app.inject('/metrics')).body).not.toMatch(/zoe|tickets\/17/);
});

test.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('%s is this machine', async (remoteAddress) => {
  await using app = await serve(true);
  const reply = await app.inject({ url: '/metrics', remoteAddress });
  expect(reply.headers['content-type']).toMatch('text/plain; version=0.0.4');
  expect(reply.body).toMatch('# TYPE boxoffice_http_request_seconds histogram');
  expect(reply.body).toMatch(/^process_cpu_seconds_total \d/m);
});

test.each([
  ['another machine', '192.0.2.7', {}],
  ['another machine by IPv6', '2001:db8::7', {}],
  ['another machine that says it is this one', '192.0.2.7', { 'x-forwarded-for': '127.0.0.1' }],
  ['a proxy on this machine', '127.0.0.1', { 'x-forwarded-for': '192.0.2.7' }],
  ['a proxy on this machine that hides whom it serves', '127.0.0.1', { via: '1.1 proxy' }],
])('for %s there is no such route', async (_who, remoteAddress, headers) => {
  await using app = await serve(true);
  const reply = await app.inject({ url: '/metrics', remoteAddress, headers });
  const unknown = await app.inject({ url: '/nowhere', remoteAddress, headers });
  const { correlationId: _, ...problem } = Problem.parse(reply.json());
  expect(reply.statusCode).toBe(404);
  expect({ ...unknown.json(), correlationId: _ }).toEqual({ ...problem, correlationId: _ });
});

test('where only ours can come, they may come from other machines', async () => {
  await using app = await serve(false);
  expect((await app.inject({ url: '/metrics', remoteAddress: '10.0.0.7' })).statusCode).toBe(200);
});

test('who can be ready says whether it is, and nobody else does', async () => {
  let isReady = false;
  await using market = await serve(true);
  await using role = await serve(false, () => isReady);
  expect((await market.inject('/metrics')).body).not.toMatch(/^boxoffice_role_ready /m);
  expect((await role.inject('/metrics')).body).toMatch(/^boxoffice_role_ready 0$/m);
  isReady = true;
  expect((await role.inject('/metrics')).body).toMatch(/^boxoffice_role_ready 1$/m);
});
