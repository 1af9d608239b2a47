import type { Event } from '@boxoffice/contracts';
import type { EventBus } from '../event-bus/event-bus.ts';
import { follow } from '../event-bus/follow.ts';
import type { EventLog } from '../event-log/event-log.ts';
import type { ReadModels } from '../read-models/read-models.ts';
import { startWorker, type Worker } from '../worker.ts';
import { foldSound } from './fold-batch.ts';
import type { Projection } from './projection.ts';

export interface ProjectorOptions<Body, E extends Event> {
  readonly projection: Projection<Body, E>;
  readonly log: EventLog;
  readonly bus: EventBus;
  readonly readModels: ReadModels;
  /** Told of everything that went wrong; after a {@link PoisonError} the projector has stopped. */
  readonly onError: (error: unknown) => void;
  readonly pollMs?: number;
}

/** A worker that tells whether it has stopped at an event that it cannot take in. */
export interface Projector extends Worker {
  readonly stopped: boolean;
}

/** Keeps a read model up with the log, from its checkpoint on. */
export function startProjector<Body, E extends Event>(options: ProjectorOptions<Body, E>): Projector {
  const { projection, log, bus, readModels, onError, pollMs } = options;
  const name = `${projection.name}@${projection.version}`;
  let stopped = false;

  const worker = startWorker(`projector ${name}`, onError, async (signal) => {
    await using writer = await readModels.writer<Body>(projection, signal);
    const after = await writer.checkpoint();
    let from = after;
    for await (const commits of follow({ log, bus, name, after, signal, ...(pollMs ? { pollMs } : {}) })) {
      const { batch, poison } = await foldSound(projection, commits, from, writer);
      if (batch.to > from) await writer.save(batch);
      from = batch.to;
      if (!poison) continue;
      // What is served stays as it was before the event; a new build or an operator goes on from there.
      stopped = true;
      onError(poison);
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      return;
    }
  });
  return {
    get stopped() {
      return stopped;
    },
    [Symbol.asyncDispose]: () => worker[Symbol.asyncDispose](),
  };
}
