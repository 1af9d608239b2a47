import { Counter, Gauge, Histogram } from 'prom-client';

export const attempts = new Counter({
  name: 'boxoffice_webhook_attempts_total',
  help: 'Messages sent to receivers; outcome is delivered, answered (with another status than 2xx) or failed',
  labelNames: ['outcome'],
});

export const attemptSeconds = new Histogram({
  name: 'boxoffice_webhook_attempt_seconds',
  help: 'Time from the beginning of an attempt to the end of its answer',
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

export const ended = new Counter({
  name: 'boxoffice_webhook_deliveries_total',
  help: 'Deliveries that came to an end; status is delivered, given-up or dropped',
  labelNames: ['status'],
});

export const disabled = new Counter({
  name: 'boxoffice_webhooks_disabled_total',
  help: 'Webhooks that nothing is sent to any more; reason is failing or gone',
  labelNames: ['reason'],
});

export const pending = new Gauge({
  name: 'boxoffice_webhook_pending_deliveries',
  help: 'Deliveries that wait for their first attempt or for another',
});

export const overdueSeconds = new Gauge({
  name: 'boxoffice_webhook_overdue_seconds',
  help: 'For how long the delivery that is due longest has been due; 0 when none is',
});
