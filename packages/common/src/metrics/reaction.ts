import { Counter, Gauge } from 'prom-client';

export const reactionPosition = new Gauge({
  name: 'boxoffice_reaction_position',
  help: 'The last position that the reaction has dealt with',
  labelNames: ['reaction'],
});

export const reactionFailures = new Counter({
  name: 'boxoffice_reaction_failures_total',
  help: 'Times that the reaction failed and started again',
  labelNames: ['reaction'],
});
