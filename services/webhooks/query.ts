import { exitWithReason, HttpConfig, readConfig } from '@boxoffice/common';
import { httpRole } from '@boxoffice/common/roles';
import { mongoWebhookStore, queries } from './src/index.ts';

try {
  await httpRole('webhooks-query', readConfig(HttpConfig), (parts) =>
    queries({ ...parts, webhookStore: mongoWebhookStore(parts.mongo.db) }),
  );
} catch (error) {
  exitWithReason(error);
}
