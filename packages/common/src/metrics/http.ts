import { Histogram } from 'prom-client';

export const httpRequestSeconds = new Histogram({
  name: 'boxoffice_http_request_seconds',
  help: 'Time from receiving a request to the end of its answer; route is a pattern, none without one; status is 2xx, 4xx, …',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});
