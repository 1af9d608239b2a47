import { Gauge } from 'prom-client';

export const ready = new Gauge({
  name: 'boxoffice_role_ready',
  help: '1 while the process can do its work, otherwise 0; the market in one process has none',
});
// Only a process that is asked has one.
ready.remove();
