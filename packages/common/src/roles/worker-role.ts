import type { EventBus } from '../event-bus/event-bus.ts';
import { createLogger } from '../http/index.ts';
import { lifecycle as ofProcess } from '../lifecycle.ts';
import type { AnyProjection } from '../projections/catch-up.ts';
import { startProjector } from '../projections/projector.ts';
import type { Reacted } from '../reactions/reaction.ts';
import type { Worker } from '../worker.ts';
import type { WorkerConfig } from './config.ts';
import { connectStores, connectToBus } from './connect.ts';
import type { Stores } from './connect-mongo.ts';
import { graceOf } from './drain.ts';
import { pulseOf } from './pulse.ts';
import { listenForRole } from './role-server.ts';

/** What the work of a process is made of. */
export interface WorkerParts extends Stores {
  readonly bus: EventBus;
  readonly onError: (error: unknown) => void;
  readonly onReacted: (reacted: Reacted) => void;
}

/** What a process works on: its projections, and whatever else it starts. */
export interface Work {
  readonly projections?: readonly AnyProjection[];
  readonly workers?: (parts: WorkerParts) => readonly Worker[];
}

/**
 * A process that works on the log, until it is told to stop. Several of the same kind may run: each piece of work is
 * done by one of them at a time, and taken over by another within seconds when that one dies.
 * @throws {StartError} wrong credentials, or a server that cannot hold the log
 */
export async function workerRole(
  role: string,
  config: WorkerConfig,
  { projections = [], workers = () => [] }: Work,
  lifecycle = ofProcess(graceOf(config)),
): Promise<void> {
  const logger = createLogger(config.LOG_LEVEL).child({ role });
  const stopping = new AbortController();
  const { signal } = stopping;
  const opened = new AsyncDisposableStack();
  lifecycle.defer(() => opened.disposeAsync());
  const server = await listenForRole({ config, logger, lifecycle });
  lifecycle.defer(() => stopping.abort());

  const stores = await connectStores(config.MONGODB_URL, { logger, signal });
  if (!stores) return;
  opened.use(stores);
  const bus = await connectToBus(config, { role, logger, signal });
  if (!bus) return;
  opened.use(bus);
  const pulse = opened.use(pulseOf(stores.mongo));
  const onError = (err: unknown) => logger.error({ err }, (err as Error).message);
  const onReacted = (reacted: Reacted) => logger.info(reacted, 'reacted');
  const parts = { ...stores, bus, onError, onReacted };
  const projectors = projections.map((projection) => opened.use(startProjector({ ...parts, projection })));
  for (const worker of workers(parts)) opened.use(worker);
  server.readyWhen(() => pulse.isThere && projectors.every(({ stopped }) => !stopped));
  logger.info('ready');
}
