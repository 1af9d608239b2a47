import { exitWithReason, HttpConfig, readConfig } from '@boxoffice/common';
import { httpRole } from '@boxoffice/common/roles';
import { commands, mongoSandboxProvider } from './src/index.ts';

try {
  await httpRole('payments-command', readConfig(HttpConfig), (parts) =>
    commands({ ...parts, provider: mongoSandboxProvider(parts.mongo.db) }),
  );
} catch (error) {
  exitWithReason(error);
}
