import { Agent, createServer as createHttpServer, get, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger, createServer } from '@boxoffice/common/http';
import { expect, test } from 'vitest';
import { gateway } from './gateway.ts';
import type { Upstream } from './upstreams.ts';

const names = ['auth', 'tickets', 'orders', 'payments', 'webhooks']
  .flatMap((name) => [`${name}-command`, `${name}-query`])
  .concat('mail-query', 'live-query');
const nowhere = 'http://127.0.0.1:9';

async function listening(stack: AsyncDisposableStack, answer: RequestListener): Promise<string> {
  const server = createHttpServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  stack.defer(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A gateway before upstreams that all answer by this, unless an address says otherwise. */
async function opened(
  stack: AsyncDisposableStack,
  answer: RequestListener,
  other: Partial<Record<Upstream, string>> = {},
) {
  const upstream = await listening(stack, answer);
  const all = Object.fromEntries([...names, 'operations', 'frontend'].map((name) => [name, upstream]));
  const app = await createServer({ logger: createLogger('silent'), trustProxy: 'loopback', secure: false });
  stack.defer(() => app.close());
  await app.register(gateway({ ...(all as Record<Upstream, string>), ...other }));
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), close: () => app.close() };
}

test('passes on what is asked and what is answered, and says where it came from', async () => {
  await using stack = new AsyncDisposableStack();
  const { url } = await opened(stack, (request, response) => {
    const { method, url: path, headers } = request;
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const cookies = ['a=1; Path=/', 'b=2; Path=/'];
      response.writeHead(201, { 'content-type': 'application/json', 'set-cookie': cookies, 'event-position': '7' });
      response.end(JSON.stringify({ method, path, headers, body }));
    });
  });
  const reply = await fetch(`${url}/api/orders?limit=2&q=a%20b`, {
    method: 'POST',
    body: '{"ticketId":"1"}',
    headers: { 'content-type': 'application/json', cookie: 'c=3', origin: url, 'idempotency-key': 'key' },
  });
  expect(reply.status).toBe(201);
  expect(reply.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/']);
  expect(reply.headers.get('event-position')).toBe('7');
  expect(await reply.json()).toMatchObject({
    method: 'POST',
    path: '/api/orders?limit=2&q=a%20b',
    body: '{"ticketId":"1"}',
    headers: {
      cookie: 'c=3',
      'idempotency-key': 'key',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': new URL(url).host,
    },
  });
});

test('keeps what an upstream says of its connection to itself', async () => {
  await using stack = new AsyncDisposableStack();
  const { url } = await opened(stack, (_request, response) => {
    response.writeHead(200, { connection: 'keep-alive', 'keep-alive': 'timeout=1234' }).end();
  });
  const { promise, resolve } = Promise.withResolvers<IncomingMessage>();
  get(`${url}/api/orders`, { agent: new Agent({ keepAlive: false }) }, resolve);
  const { headers } = await promise;
  expect(headers.connection).toBe('close');
  expect(headers['keep-alive']).toBeUndefined();
});

test('sends queries and commands of one path to two processes, and all else to the pages', async () => {
  await using stack = new AsyncDisposableStack();
  const named = (name: string) => listening(stack, (_request, response) => void response.end(name));
  const { url } = await opened(stack, (_request, response) => void response.end('other'), {
    'orders-query': await named('query'),
    'orders-command': await named('command'),
    frontend: await named('page'),
  });
  const asked = async (method: string, path: string) => (await fetch(url + path, { method })).text();
  expect(await asked('GET', '/api/orders/1')).toBe('query');
  expect(await asked('POST', '/api/orders')).toBe('command');
  expect(await asked('DELETE', '/api/orders/1')).toBe('command');
  expect(await asked('GET', '/api/tickets')).toBe('other');
  expect(await asked('GET', '/orders/1')).toBe('page');
  expect(await asked('POST', '/apiary')).toBe('page');
  expect((await fetch(`${url}/api/orders`, { method: 'HEAD' })).status).toBe(200);
});

test("what is nobody's is a problem, and so is a form that is too large", async () => {
  await using stack = new AsyncDisposableStack();
  const { url } = await opened(stack, (_request, response) => void response.end());
  expect(await (await fetch(`${url}/api/nothing`)).json()).toMatchObject({ status: 404, code: 'route-not-found' });
  const reply = await fetch(`${url}/tickets/new`, { method: 'POST', body: 'x'.repeat(65 * 1024) });
  expect(await reply.json()).toMatchObject({ status: 413, code: 'body-too-large' });
});

test('an upstream that is not there is a problem at once: nothing was done, try again', async () => {
  await using stack = new AsyncDisposableStack();
  const { url } = await opened(stack, (_request, response) => void response.end(), { 'orders-command': nowhere });
  const reply = await fetch(`${url}/api/orders`, { method: 'POST' });
  expect(reply.headers.get('retry-after')).toBe('1');
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
  expect(await reply.json()).toMatchObject({ status: 503, code: 'busy' });
});

test('an upstream that breaks off is a problem: it is not known what was done', async () => {
  await using stack = new AsyncDisposableStack();
  let times = 0;
  const { url } = await opened(stack, (request) => {
    times += 1;
    request.socket.destroy();
  });
  for (const method of ['POST', 'GET'])
    expect(await (await fetch(`${url}/api/orders`, { method })).json()).toMatchObject({
      status: 502,
      code: 'no-answer',
    });
  expect(times).toBe(2);
});

test('what an upstream refuses is passed on, and not asked again', async () => {
  await using stack = new AsyncDisposableStack();
  let times = 0;
  const { url } = await opened(stack, (_request, response) => {
    times += 1;
    response.writeHead(503, { 'retry-after': '1' }).end('not yet');
  });
  const reply = await fetch(`${url}/api/tickets`);
  expect([reply.status, reply.headers.get('retry-after'), await reply.text()]).toEqual([503, '1', 'not yet']);
  expect(times).toBe(1);
});

test('a stream arrives piece by piece, and its end at the upstream follows that of the reader', async () => {
  await using stack = new AsyncDisposableStack();
  const { promise: left, resolve: leave } = Promise.withResolvers<string>();
  const { promise: heard, resolve: hear } = Promise.withResolvers<void>();
  const { url } = await opened(stack, async (_request, response) => {
    response.on('close', () => leave('closed'));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: 1\n\n');
    await heard;
    response.write('data: 2\n\n');
  });
  const reader = (await fetch(`${url}/api/tickets`)).body?.getReader();
  const next = async () => Buffer.from((await reader?.read())?.value ?? []).toString();
  expect(await next()).toBe('data: 1\n\n');
  hear();
  expect(await next()).toBe('data: 2\n\n');
  await reader?.cancel();
  expect(await left).toBe('closed');
});

test('streams do not hold up the end, and many of them do not hold up others', async () => {
  await using stack = new AsyncDisposableStack();
  const app = await opened(stack, (request, response) => {
    if (request.url !== '/api/stream') return void response.end('answered');
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': here\n\n');
  });
  const readers = await Promise.all(Array.from({ length: 150 }, () => fetch(`${app.url}/api/stream`)));
  expect(new Set(readers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await (await fetch(`${app.url}/api/tickets`)).text()).toBe('answered');
  await app.close();
  const ends = await Promise.allSettled(readers.map((reader) => reader.text()));
  expect(ends.map(({ status }) => status)).toEqual(readers.map(() => 'rejected'));
});

test('nobody takes commands at the address of the stream', async () => {
  await using stack = new AsyncDisposableStack();
  const { url } = await opened(stack, (_request, response) => void response.end());
  expect((await fetch(`${url}/api/stream`, { method: 'POST' })).status).toBe(404);
});
