import {
  GenericContainer,
  getContainerRuntimeClient,
  ImageName,
  type StartedTestContainer,
  Wait,
} from 'testcontainers';
import { initiateSet } from './mongod.ts';
import { CLUSTER } from './nats.ts';
import { freePort } from './program.ts';
import type { Program, Server } from './server.ts';

const runtime = await getContainerRuntimeClient().catch(() => undefined);

/** Whether a Docker engine answers on this machine. */
export const isEngineThere = runtime !== undefined;

/** The images of the servers, which can be others than the public ones. */
export const images = {
  mongo: process.env.MONGO_IMAGE ?? 'mongo:8.0',
  natsStreaming: process.env.NATS_STREAMING_IMAGE ?? 'nats-streaming:0.25.6',
  nats: process.env.NATS_IMAGE ?? 'nats:2.12',
};

/** Starts a replica set of one MongoDB node in a container. */
export async function startMongoContainer(): Promise<Server> {
  const server = await startContainer('mongodb', images.mongo, (port) => ({
    args: ['--replSet', 'rs0', '--port', String(port), '--bind_ip_all', '--wiredTigerCacheSizeGB', '0.25'],
    ready: 'Waiting for connections',
  }));
  const url = `${server.url}/boxoffice`;
  try {
    await initiateSet([new URL(url).host]);
  } catch (error) {
    await server[Symbol.asyncDispose]();
    throw error;
  }
  return { ...server, url };
}

/** Starts a NATS Streaming server that keeps its data in files, in a container. */
export function startNatsStreamingContainer(more: readonly string[] = []): Promise<Server> {
  return startContainer('nats', images.natsStreaming, (port, folder) => {
    const store = ['-store', 'file', '-dir', folder, '-cid', CLUSTER];
    return { args: [...store, ...more, '-p', String(port)], ready: 'Streaming Server is ready' };
  });
}

/** Starts a NATS server with JetStream in a container. */
export function startNatsContainer(): Promise<Server> {
  return startContainer('nats', images.nats, (port, folder) => {
    return { args: ['-js', '-sd', folder, '-p', String(port)], ready: 'Server is ready' };
  });
}

/** Fetches an image, if it is not on this machine. */
export async function fetchImage(name: string): Promise<void> {
  const { image } = await getContainerRuntimeClient();
  const wanted = ImageName.fromString(name);
  if (!(await image.exists(wanted))) await image.pull(wanted);
}

async function startContainer(scheme: string, image: string, program: Program): Promise<Server> {
  const { container: containers } = await getContainerRuntimeClient();
  // The same inside and outside: a server that says where it is must be found there.
  const port = await freePort();
  const { args, ready } = program(port, '/data/test');
  const definition = new GenericContainer(image)
    .withCommand(args)
    .withExposedPorts({ container: port, host: port })
    .withWaitStrategy(Wait.forLogMessage(ready));
  let started: StartedTestContainer | undefined = await definition.start();
  const present = () => containers.getById(started?.getId() ?? '');

  async function remove(): Promise<void> {
    await started?.stop();
    started = undefined;
  }

  let isWiped = false;
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    kill: async () => void (await present().kill()),
    async start() {
      if (!isWiped) return started?.restart();
      isWiped = false;
      await remove();
      started = await definition.start();
    },
    wipe() {
      isWiped = true;
    },
    pause: async () => void (await present().pause()),
    resume: async () => void (await present().unpause()),
    [Symbol.asyncDispose]: remove,
  };
}
