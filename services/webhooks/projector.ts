import { exitWithReason, readConfig } from '@boxoffice/common';
import { workerRole } from '@boxoffice/common/roles';
import { ProjectorConfig } from './src/config.ts';
import { mongoWebhookStore, projections, workers } from './src/index.ts';

try {
  const config = readConfig(ProjectorConfig);
  const allowPrivate = config.WEBHOOK_ALLOW_PRIVATE;
  await workerRole('webhooks-projector', config, {
    projections,
    workers: (parts) => workers({ ...parts, allowPrivate, webhookStore: mongoWebhookStore(parts.mongo.db) }),
  });
} catch (error) {
  exitWithReason(error);
}
