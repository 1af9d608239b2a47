import { setTimeout as delay } from 'node:timers/promises';
import type { EventLog } from '../event-log/event-log.ts';
import type { ProjectionMetrics } from '../metrics/projection.ts';
import { secondsSince } from '../metrics/seconds-since.ts';
import type { ReadModel } from '../read-models/read-models.ts';
import { startWorker, type Worker } from '../worker.ts';

/** Milliseconds between two looks: often enough for whoever scrapes metrics. */
const INTERVAL = 5000;

interface Watched {
  readonly name: string;
  readonly log: EventLog;
  readonly model: ReadModel<unknown>;
  readonly metrics: ProjectionMetrics;
  readonly onError: (error: unknown) => void;
}

/** Says how far a read model is behind the log, also while nothing is written to it. */
export function watchLag({ name, log, model, metrics, onError }: Watched): Worker {
  return startWorker(`lag of ${name}`, onError, async (signal) => {
    while (!signal.aborted) {
      const position = await model.position();
      const head = await log.head();
      metrics.position(position);
      metrics.lagEvents(Math.max(0, head - position));
      const [next] = position < head ? await log.read(position, 1) : [];
      metrics.lagSeconds(next ? secondsSince(next.at) : 0);
      await delay(INTERVAL, undefined, { signal }).catch(() => undefined);
    }
  });
}
