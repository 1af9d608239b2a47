import { Counter, Gauge, Histogram } from 'prom-client';
import { secondsSince } from './seconds-since.ts';

const connections = new Gauge({
  name: 'boxoffice_stream_connections',
  help: 'Clients that are being told of changes as they happen',
});

const closed = new Counter({
  name: 'boxoffice_stream_closed_total',
  help: 'Connections that have ended; why is ended by us, gone by themselves, or slow: cut off',
  labelNames: ['why'],
});

const sent = new Counter({
  name: 'boxoffice_stream_sent_total',
  help: 'Events sent to clients that are being told of changes',
  labelNames: ['event'],
});

const position = new Gauge({
  name: 'boxoffice_stream_position',
  help: 'The last position that clients have been told of',
});
// Only who has such clients has one.
position.remove();

const delaySeconds = new Histogram({
  name: 'boxoffice_stream_delay_seconds',
  help: 'Time from the moment a commit was made to the moment its clients are told',
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

/** What the process that tells clients of changes says of itself. */
export const streamMetrics = {
  opened: () => connections.inc(),
  closed(why: 'ended' | 'gone' | 'slow'): void {
    connections.dec();
    closed.inc({ why });
  },
  sent: (event: string) => sent.inc({ event }),
  /** Everybody has been told of a commit, made at this moment. */
  told(reached: number, at: string): void {
    position.set(reached);
    delaySeconds.observe(secondsSince(at));
  },
};
