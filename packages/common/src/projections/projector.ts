import type { Event } from '@boxoffice/contracts';
import type { EventBus } from '../event-bus/event-bus.ts';
import { follow } from '../event-bus/follow.ts';
import type { EventLog } from '../event-log/event-log.ts';
import type { ReadModels } from '../read-models/read-models.ts';
import { startWorker, type Worker } from '../worker.ts';
import { foldBatch } from './fold-batch.ts';
import { PoisonError, type Projection } from './projection.ts';

export interface ProjectorOptions<Body, E extends Event> {
  readonly projection: Projection<Body, E>;
  readonly log: EventLog;
  readonly bus: EventBus;
  readonly readModels: ReadModels;
  /** Told of everything that went wrong; after a {@link PoisonError} the projector has stopped. */
  readonly onError: (error: unknown) => void;
  readonly pollMs?: number;
}

/** Keeps a read model up with the log, from its checkpoint on. */
export function startProjector<Body, E extends Event>(options: ProjectorOptions<Body, E>): Worker {
  const { projection, log, bus, readModels, onError, pollMs } = options;
  return startWorker(onError, async (signal) => {
    await using writer = await readModels.writer<Body>(projection, signal);
    const after = await writer.checkpoint();
    const name = `${projection.name}@${projection.version}`;
    let from = after;
    try {
      for await (const commits of follow({ log, bus, name, after, signal, ...(pollMs ? { pollMs } : {}) })) {
        const batch = await foldBatch(projection, commits, from, writer);
        await writer.save(batch);
        from = batch.to;
      }
    } catch (error) {
      if (!(error instanceof PoisonError)) throw error;
      onError(error);
      // What is served stays as it was before the event; a new build or an operator goes on from here.
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    }
  });
}
