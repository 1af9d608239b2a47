import { connect } from 'node:net';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { listenTo } from '../testing/event-source.ts';
import { type EventStream, eventStream } from './event-stream.ts';

/** A server whose clients are told what a test says. */
async function opened(stack: AsyncDisposableStack) {
  const app = Fastify();
  const streams: EventStream[] = [];
  const closed: string[] = [];
  app.get('/', async (_request, reply) => {
    const stream = eventStream(reply, { retry: 1234, onClose: (why) => closed.push(why) });
    streams.push(stream);
    return reply.send(stream.payload);
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  stack.defer(() => app.close());
  stack.defer(() => app.server.closeAllConnections());
  const client = stack.use(await listenTo(url));
  return { url, client, closed, streams, stream: streams[0] as EventStream };
}

test('an event arrives with its id, whatever is in it', async () => {
  await using stack = new AsyncDisposableStack();
  const { client, stream } = await opened(stack);
  const data = { text: 'two\nlines\r\nid: 7\n\ndata: x', umlaut: 'ü 🎭' };
  stream.send({ id: 1, event: 'changes', data });
  expect(await client.until(({ id }) => id === 1)).toEqual({ id: 1, event: 'changes', data });
  expect(client.retry).toBe(1234);
});

test('a beat moves the place to go on from, and is no event', async () => {
  await using stack = new AsyncDisposableStack();
  const { client, stream } = await opened(stack);
  stream.beat(5);
  await expect.poll(() => client.lastId).toBe(5);
  expect(client.heard).toEqual([]);
});

test('an end comes after all that was sent, and nothing after it', async () => {
  await using stack = new AsyncDisposableStack();
  const { client, stream, closed } = await opened(stack);
  stream.send({ id: 1, event: 'changes', data: 1 });
  stream.end();
  stream.send({ id: 2, event: 'changes', data: 2 });
  stream.end();
  await client.ended;
  expect(client.heard.map(({ id }) => id)).toEqual([1]);
  expect(closed).toEqual(['ended']);
});

test('who has gone is known', async () => {
  await using stack = new AsyncDisposableStack();
  const { client, stream, closed } = await opened(stack);
  await client[Symbol.asyncDispose]();
  await expect.poll(() => closed).toEqual(['gone']);
  stream.send({ id: 1, event: 'changes', data: 1 });
});

test('who does not read is cut off, and the others are told', async () => {
  await using stack = new AsyncDisposableStack();
  const { url, streams, closed, client } = await opened(stack);
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  stack.defer(() => void socket.destroy());
  socket.pause().write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  await expect.poll(() => streams.length).toBe(2);
  // More than the buffers of a connection take.
  const data = 'x'.repeat(100_000);
  for (let id = 1; closed.length === 0; id += 1) {
    for (const stream of streams) stream.send({ id, event: 'changes', data });
    await client.until((event) => event.id === id);
  }
  expect(closed).toEqual(['slow']);
});
