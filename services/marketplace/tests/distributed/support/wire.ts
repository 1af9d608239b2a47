import { Agent, request } from 'node:http';
import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '@boxoffice/common/testing';

/** A way to a server that is not open yet. */
export async function forwardTo(url: string) {
  const target = new URL(url);
  const port = await freePort();
  const address = new URL(url);
  address.port = String(port);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const onward = connect(Number(target.port), target.hostname);
    for (const end of [socket, onward]) {
      sockets.add(end);
      end.on('error', () => undefined);
    }
    socket.pipe(onward).pipe(socket);
  });
  return {
    url: address.href,
    connect: () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve)),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A request that the server has begun to take in, on a connection that would stay open; its body is still to come. */
export async function continued(url: string) {
  const headers = { 'content-type': 'application/json', expect: '100-continue' };
  const sent = request(url, { method: 'POST', headers, agent: new Agent({ keepAlive: true }) });
  sent.flushHeaders();
  await new Promise((resolve, reject) => sent.once('continue', resolve).once('error', reject));
  return {
    end(body: object): Promise<number | undefined> {
      return new Promise((resolve, reject) => {
        sent.once('response', (response) => resolve(response.resume().statusCode)).once('error', reject);
        sent.end(JSON.stringify(body));
      });
    },
  };
}
