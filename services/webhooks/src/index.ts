export { webhookSettings } from './config.ts';
export { commands, projections, queries, workers } from './context.ts';
export { type MyWebhook, myWebhooks } from './my-webhooks/projection.ts';
export { mongoWebhookStore } from './store/mongodb.ts';
export { openSqliteWebhookStore } from './store/sqlite.ts';
export type { WebhookStore } from './store/store.ts';
export { type Subject, subjects } from './subject/projection.ts';
