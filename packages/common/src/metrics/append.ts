import { Counter, Gauge, Histogram } from 'prom-client';

export const appendSeconds = new Histogram({
  name: 'boxoffice_append_seconds',
  help: 'Time from asking for an append to its answer; outcome is appended, repeated, conflict or failed',
  labelNames: ['outcome'],
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
});

export const appendConflicts = new Counter({
  name: 'boxoffice_append_conflicts_total',
  help: 'Appends refused because a stream had moved on since it was read',
});

export const appendBatchCommits = new Histogram({
  name: 'boxoffice_append_batch_commits',
  help: 'Appends handed to the store together by group commit, those included that it then refuses',
  buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
});

export const logHeadPosition = new Gauge({
  name: 'boxoffice_log_head_position',
  help: 'The last position of the log that this process has seen',
});
