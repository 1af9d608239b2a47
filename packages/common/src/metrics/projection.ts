import { Gauge, Histogram } from 'prom-client';

const labelNames = ['projection'] as const;

const position = new Gauge({
  name: 'boxoffice_projection_position',
  help: 'The position that the read model reflects',
  labelNames,
});

const lagEvents = new Gauge({
  name: 'boxoffice_projection_lag_events',
  help: 'Positions of the log that the read model does not reflect yet',
  labelNames,
});

const lagSeconds = new Gauge({
  name: 'boxoffice_projection_lag_seconds',
  help: 'Age of the first commit that the read model does not reflect; 0 at the head of the log',
  labelNames,
});

const batchCommits = new Histogram({
  name: 'boxoffice_projection_batch_commits',
  help: 'Commits folded and written together',
  labelNames,
  buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1000],
});

const batchSeconds = new Histogram({
  name: 'boxoffice_projection_batch_seconds',
  help: 'Time to fold and write a batch',
  labelNames,
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

const quarantinedKeys = new Gauge({
  name: 'boxoffice_projection_quarantined_keys',
  help: 'Documents that stand still because of an event that could not be taken in',
  labelNames,
});

const stopped = new Gauge({
  name: 'boxoffice_projection_stopped',
  help: '1 while the projection stands before an event that it cannot take in, otherwise 0',
  labelNames,
});

/** What a projector says of itself while it works. */
export interface ProjectionMetrics {
  /** A batch of so many commits was written. */
  batch(commits: number, seconds: number): void;
  position(position: number): void;
  lagEvents(events: number): void;
  lagSeconds(seconds: number): void;
  quarantinedKeys(keys: number): void;
  stopped(isStopped: boolean): void;
}

/** The metrics of the projection of this name, `name@version`. */
export function projectionMetrics(projection: string): ProjectionMetrics {
  const labels = { projection };
  return {
    batch(commits, seconds) {
      batchCommits.observe(labels, commits);
      batchSeconds.observe(labels, seconds);
    },
    position: (reached) => position.set(labels, reached),
    lagEvents: (events) => lagEvents.set(labels, events),
    lagSeconds: (seconds) => lagSeconds.set(labels, seconds),
    quarantinedKeys: (keys) => quarantinedKeys.set(labels, keys),
    stopped: (isStopped) => stopped.set(labels, isStopped ? 1 : 0),
  };
}
