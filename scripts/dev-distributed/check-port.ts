import { createServer } from 'node:net';

/** @throws EADDRINUSE somebody else listens there: the gateway would find out only when all the others run */
export async function checkPort(port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve));
  await new Promise((resolve) => server.close(resolve));
}
