import { Agent, createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { drain, graceOf } from './drain.ts';

async function asked(server: Server, agent: Agent): Promise<IncomingMessage> {
  const { port } = server.address() as AddressInfo;
  const reply = await new Promise<IncomingMessage>((resolve, reject) =>
    get({ port, host: '127.0.0.1', agent }, resolve).on('error', reject),
  );
  await reply.toArray();
  return reply;
}

test('each answer is the last one of its connection, and there are answers until the time is over', async () => {
  const server = createServer((_request, response) => response.end('here')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const agent = new Agent({ keepAlive: true });
  expect((await asked(server, agent)).headers.connection).toBe('keep-alive');
  const drained = drain(server, { DRAIN_SECONDS: 1 });
  for (let time = 0; time < 3; time += 1) {
    const { statusCode, headers } = await asked(server, agent);
    expect([statusCode, headers.connection]).toEqual([200, 'close']);
  }
  await drained;
  agent.destroy();
  server.close();
});

test('who need not drain ends at once, and who does has so much longer for its end', async () => {
  await drain(createServer(), { DRAIN_SECONDS: 0 });
  expect([graceOf({ DRAIN_SECONDS: 0 }).graceMs, graceOf({ DRAIN_SECONDS: 5 }).graceMs]).toEqual([10_000, 15_000]);
});
