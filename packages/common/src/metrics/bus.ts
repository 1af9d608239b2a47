import { Counter } from 'prom-client';

export const busPublished = new Counter({
  name: 'boxoffice_bus_published_total',
  help: 'Commits that the bus has said it has',
  labelNames: ['broker'],
});

export const busRedelivered = new Counter({
  name: 'boxoffice_bus_redelivered_total',
  help: 'Commits that a broker delivered again because they were not acknowledged in time',
  labelNames: ['broker', 'subscriber'],
});

export const busSessionsLost = new Counter({
  name: 'boxoffice_bus_sessions_lost_total',
  help: 'Sessions with a broker that ended by a fault and were replaced',
  labelNames: ['broker'],
});
