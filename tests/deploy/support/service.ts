import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** As a Service of Kubernetes: new connections go where it points to now, those that are open stay where they are. */
export interface Service extends AsyncDisposable {
  readonly url: string;
  pointTo(port: number): void;
}

export async function openService(): Promise<Service> {
  let port = 9;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const onward = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => sockets.delete(one));
    }
    socket.pipe(onward).pipe(socket);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pointTo(next) {
      port = next;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
