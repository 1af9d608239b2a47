import { exitWithReason, readConfig } from '@boxoffice/common';
import { httpRole } from '@boxoffice/common/roles';
import { CommandConfig } from './src/config.ts';
import { commands, mongoWebhookStore } from './src/index.ts';

try {
  const config = readConfig(CommandConfig);
  const allowPrivate = config.WEBHOOK_ALLOW_PRIVATE;
  await httpRole('webhooks-command', config, (parts) =>
    commands({ ...parts, allowPrivate, webhookStore: mongoWebhookStore(parts.mongo.db) }),
  );
} catch (error) {
  exitWithReason(error);
}
