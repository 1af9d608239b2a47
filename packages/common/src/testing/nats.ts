import { programPath } from './program.ts';
import { type Server, startServer } from './server.ts';

/** The NATS Streaming server of this machine: `NATS_STREAMING_PATH`, or `nats-streaming-server` on the path. */
export const natsStreamingPath = programPath('nats-streaming-server', process.env.NATS_STREAMING_PATH);

/** The NATS server of this machine, which has JetStream: `NATS_SERVER_PATH`, or `nats-server` on the path. */
export const natsServerPath = programPath('nats-server', process.env.NATS_SERVER_PATH);

export type NatsServer = Server;

/** The cluster id of the NATS Streaming servers of tests. */
export const CLUSTER = 'test';

/** Starts a NATS Streaming server that keeps its data in files. */
export function startNatsStreaming(more: readonly string[] = []): Promise<NatsServer> {
  return startServer('nats', natsStreamingPath, (port, folder) => {
    const store = ['-store', 'file', '-dir', folder, '-cid', CLUSTER];
    return { args: [...store, ...more, '-a', '127.0.0.1', '-p', String(port)], ready: 'Streaming Server is ready' };
  });
}

/** Starts a NATS server with JetStream. */
export function startNatsServer(): Promise<NatsServer> {
  return startServer('nats', natsServerPath, (port, folder) => {
    const args = ['-js', '-sd', folder, '-a', '127.0.0.1', '-p', String(port)];
    return { args, ready: 'Server is ready' };
  });
}
