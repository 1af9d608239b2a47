import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Lifecycle } from '../../packages/common/src/index.ts';
import { freePort, programPath } from '../../packages/common/src/testing/program.ts';
import { startContainer } from './container.ts';
import { listens } from './listens.ts';
import { supervise } from './process.ts';
import { becomePrimary } from './replica-set.ts';

interface Server {
  readonly name: string;
  /** Its program, if this machine has it, and the image in which it is otherwise. */
  readonly program: string | undefined;
  readonly image: string;
  args(at: { host: string; port: number; folder: string }): readonly string[];
}

const { MONGOD_PATH, NATS_STREAMING_PATH } = process.env;
const { MONGO_IMAGE = 'mongo:8.0', NATS_STREAMING_IMAGE = 'nats-streaming:0.25.6' } = process.env;
const NATS_CLUSTER_ID = 'boxoffice';

const mongod: Server = {
  name: 'mongod',
  program: programPath('mongod', MONGOD_PATH),
  image: MONGO_IMAGE,
  args: ({ host, port, folder }) => ['--replSet', 'rs0', '--bind_ip', host, '--port', `${port}`, '--dbpath', folder],
};

const natsStreaming: Server = {
  name: 'nats-streaming',
  program: programPath('nats-streaming-server', NATS_STREAMING_PATH),
  image: NATS_STREAMING_IMAGE,
  args: ({ host, port, folder }) => [
    ...['-store', 'file', '-dir', folder, '-cid', NATS_CLUSTER_ID],
    ...['-a', host, '-p', `${port}`],
  ],
};

/** Starts MongoDB and NATS Streaming on what lies in a folder: programs of this machine, or containers. */
export async function startServers(folder: string, use: Lifecycle['use']) {
  const [mongoPort, natsPort] = await Promise.all([start(mongod, folder, use), start(natsStreaming, folder, use)]);
  await becomePrimary(`127.0.0.1:${mongoPort}`);
  const MONGODB_URL = `mongodb://127.0.0.1:${mongoPort}/boxoffice?replicaSet=rs0`;
  return { MONGODB_URL, NATS_URL: `nats://127.0.0.1:${natsPort}`, NATS_CLUSTER_ID };
}

async function start({ name, program, image, args }: Server, folder: string, use: Lifecycle['use']): Promise<number> {
  const data = join(folder, name);
  mkdirSync(data, { recursive: true });
  const port = await freePort();
  if (program) {
    const here = args({ host: '127.0.0.1', port, folder: data });
    use(supervise({ name, file: program, args: here, cwd: folder, quiet: true }));
  } else {
    const inside = args({ host: '0.0.0.0', port, folder: '/data/db' });
    use(await startContainer({ name, image, port, data, args: inside }));
  }
  await listens(port);
  return port;
}
