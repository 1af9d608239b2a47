import { startMongoContainer, startNatsStreamingContainer } from '../../../packages/common/src/testing/containers.ts';
import { CLUSTER } from '../../../packages/common/src/testing/nats.ts';
import { roles } from '../../../scripts/docs/roles.ts';
import { secrets } from '../../../services/marketplace/tests/distributed/support/distributed-market.ts';
import { type Container, type ContainerOptions, startContainer } from './container.ts';
import { openService, type Service } from './service.ts';

/** The images of the market. */
export const built = { services: process.env.SERVICES_IMAGE, frontend: process.env.FRONTEND_IMAGE };

export interface Process {
  readonly name: string;
  readonly container: Container;
  /** Starts another one and lets it take over; the one that was there ends meanwhile. */
  replace(): Promise<{ readonly ended: ReturnType<Container['end']> }>;
}

export interface ImageMarket extends AsyncDisposable {
  /** The gateway. */
  readonly url: string;
  readonly mongo: string;
  readonly processes: readonly Process[];
}

/** As services/orders/query.ts is called wherever it runs. */
const nameOf = (entry: string) => entry.replace(/^services\/(marketplace\/)?|(\/main)?\.ts$/g, '').replace('/', '-');
const keyOf = (name: string) => `${name.replace('-', '_').toUpperCase()}_URL`;

/** Every process of the market in a container of its own, on MongoDB and NATS Streaming in containers. */
export async function startImageMarket(): Promise<ImageMarket> {
  await using stack = new AsyncDisposableStack();
  const mongo = stack.use(await startMongoContainer());
  const nats = stack.use(await startNatsStreamingContainer());
  const entries = roles.flatMap((role) => role.entries);
  const services = new Map<string, Service>();
  for (const name of [...entries.map(nameOf), 'frontend']) services.set(name, stack.use(await openService()));
  const urlOf = (name: string) => services.get(name)?.url ?? '';

  const upstreams = Object.fromEntries([...services.keys()].map((name) => [keyOf(name), urlOf(name)]));
  const store = { MONGODB_URL: `${mongo.url}?replicaSet=rs0`, NATS_URL: nats.url, NATS_CLUSTER_ID: CLUSTER };
  const env = { ...store, ...upstreams, ...secrets, DRAIN_SECONDS: '5' };
  const { services: image = '', frontend = '' } = built;

  async function open(name: string, options: ContainerOptions): Promise<Process> {
    let container = await startContainer(options);
    stack.defer(() => container[Symbol.asyncDispose]());
    services.get(name)?.pointTo(container.port);
    return {
      name,
      get container() {
        return container;
      },
      async replace() {
        const before = container;
        container = await startContainer(options);
        services.get(name)?.pointTo(container.port);
        return { ended: before.end() };
      },
    };
  }

  const pages = { API_ORIGIN: urlOf('gateway'), DRAIN_SECONDS: '5' };
  const opening = [
    ...entries.map((entry) => open(nameOf(entry), { image, args: [entry], env, probe: '/readyz' })),
    open('frontend', { image: frontend, env: pages, probe: '/icon.svg' }),
  ];
  // Each to its end, so that what has been started is put away when another one fails.
  await Promise.allSettled(opening);
  const processes = await Promise.all(opening);
  const opened = stack.move();
  return { url: urlOf('gateway'), mongo: mongo.url, processes, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}
