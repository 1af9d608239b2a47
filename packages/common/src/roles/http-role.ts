import { accessIn, createLogger, createServer, type Routes, sessions } from '../http/index.ts';
import { lifecycle as ofProcess } from '../lifecycle.ts';
import type { HttpConfig } from './config.ts';
import { connectStores } from './connect.ts';
import type { Stores } from './connect-mongo.ts';
import { graceOf } from './drain.ts';
import { pulseOf } from './pulse.ts';
import { listenForRole, registerProbes } from './role-server.ts';

/** What the routes of a process are made of. */
export interface HttpParts extends Stores {
  /** Browsers come by HTTPS: cookies are `Secure`. */
  readonly secure: boolean;
  /** Aborted when the process is told to stop: what would never end by itself ends then. */
  readonly stopping: AbortSignal;
}

/**
 * A process that answers commands or queries, until it is told to stop. It listens at once; what comes before MongoDB
 * is there is answered 503.
 * @throws {StartError} wrong credentials, or a server that cannot hold the log
 */
export async function httpRole(
  role: string,
  config: HttpConfig,
  routes: (parts: HttpParts) => Routes,
  lifecycle = ofProcess(graceOf(config)),
): Promise<void> {
  const logger = createLogger(config.LOG_LEVEL).child({ role });
  const stopping = new AbortController();
  const opened = new AsyncDisposableStack();
  // In the reverse order: no more waiting, then what is under way is answered, then everything is put away.
  lifecycle.defer(() => opened.disposeAsync());
  const server = await listenForRole({ config, logger, lifecycle });
  lifecycle.defer(() => stopping.abort());

  const stores = await connectStores(config.MONGODB_URL, { logger, signal: stopping.signal });
  if (!stores) return;
  opened.use(stores);
  const pulse = opened.use(pulseOf(stores.mongo));
  const secure = config.PUBLIC_URL?.startsWith('https:') ?? false;
  const { clock, readModels } = stores;

  const app = await createServer({ logger, trustProxy: config.TRUST_PROXY, secure });
  opened.defer(() => app.close());
  await registerProbes(app, server.isReady);
  await app.register(async (api) => {
    await api.register(sessions, { secret: config.SESSION_SECRET, secure, clock, accessOf: accessIn(readModels) });
    await api.register(routes({ ...stores, secure, stopping: stopping.signal }));
  });
  await app.ready();
  server.handTo(app);
  server.readyWhen(() => pulse.isThere);
  logger.info('ready');
}
