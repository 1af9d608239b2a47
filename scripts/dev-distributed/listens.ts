import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Resolves when somebody listens on a port of this machine. */
export async function listens(port: number): Promise<void> {
  while (!(await reached(port))) await delay(100);
}

function reached(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
