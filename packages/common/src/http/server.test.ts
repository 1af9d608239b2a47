import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import pino from 'pino';
import { expect, test } from 'vitest';
import { createServer } from './server.ts';

test('a server that closes answers what still comes on a connection in use', async () => {
  const logger = pino({ level: 'silent' });
  const app = await createServer({ logger, trustProxy: 'loopback', secure: false });
  const slow = Promise.withResolvers<string>();
  const began = Promise.withResolvers<void>();
  app.get('/slow', { schema: { hide: true } as object }, async () => {
    began.resolve();
    return slow.promise;
  });
  app.get('/quick', { schema: { hide: true } as object }, async () => 'quick');
  await app.listen({ host: '127.0.0.1', port: 0 });
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  const answers = text(socket);
  const ask = (path: string) => socket.write(`GET ${path} HTTP/1.1\r\nHost: here\r\n\r\n`);
  ask('/slow');
  await began.promise;

  const closed = app.close();
  await expect.poll(() => app.server.listening).toBe(false);
  ask('/quick');
  slow.resolve('slow');
  const [, first, second] = (await answers).split('HTTP/1.1 ');
  expect(first).toMatch(/^200.*slow$/s);
  expect(second).toMatch(/^200.*Connection: close.*quick$/is);
  await closed;
});
