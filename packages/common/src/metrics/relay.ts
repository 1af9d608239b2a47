import { Gauge, Histogram } from 'prom-client';

export const relayDelaySeconds = new Histogram({
  name: 'boxoffice_relay_delay_seconds',
  help: 'Time from the moment a commit was made to the moment the bus has it',
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
});

export const relayPosition = new Gauge({
  name: 'boxoffice_relay_position',
  help: 'The last position that the relay has carried to the bus',
});
// Only a relay has one.
relayPosition.remove();
