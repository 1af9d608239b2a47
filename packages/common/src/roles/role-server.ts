import type { FastifyBaseLogger } from 'fastify';
import { Busy } from '../errors.ts';
import { createServer, health, metricsRoute } from '../http/index.ts';
import type { Lifecycle } from '../lifecycle.ts';
import { closeDrained } from './drain.ts';

export interface RoleServer {
  /** What `/readyz` says. */
  isReady(): boolean;
  /** What it asks from now on. */
  readyWhen(isReady: () => boolean): void;
  /** Hands every request to another application from now on. */
  handTo(app: Application): void;
}

type Application = Awaited<ReturnType<typeof createServer>>;

interface Options {
  readonly config: {
    readonly HOST: string;
    readonly PORT: number;
    readonly DRAIN_SECONDS: number;
    readonly TRUST_PROXY?: string;
  };
  readonly logger: FastifyBaseLogger;
  readonly lifecycle: Lifecycle;
}

/** What every process tells operators: that it lives, whether it is ready, what it measures. */
export async function registerProbes(app: Application, isReady: () => boolean): Promise<void> {
  await app.register(health(isReady));
  await app.register(metricsRoute({ localOnly: false, isReady }));
}

/**
 * Listens at once and says that it is not ready. When the process is told to stop it says so again, drains,
 * answers what is under way, and closes.
 */
export async function listenForRole({ config, logger, lifecycle }: Options): Promise<RoleServer> {
  let asked = () => false;
  let stopping = false;
  const isReady = () => !stopping && asked();
  const app = await createServer({ logger, trustProxy: config.TRUST_PROXY ?? 'loopback', secure: false });
  await registerProbes(app, isReady);
  app.all('/*', { schema: { hide: true } as object }, async () => {
    throw new Busy('This part of the market is starting', 1);
  });
  await app.listen({ host: config.HOST, port: config.PORT });
  lifecycle.defer(async () => {
    stopping = true;
    await closeDrained(app, config);
  });
  return {
    isReady,
    readyWhen(isReadyNow) {
      asked = isReadyNow;
    },
    handTo(next) {
      // Fastify takes no routes any more once it listens; its server does not mind who answers.
      app.server.removeAllListeners('request').on('request', next.routing);
    },
  };
}
