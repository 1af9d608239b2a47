import { exitWithReason, HttpConfig, readConfig } from '@boxoffice/common';
import { httpRole } from '@boxoffice/common/roles';
import { mongoSandboxProvider, queries } from './src/index.ts';

try {
  await httpRole('payments-query', readConfig(HttpConfig), (parts) =>
    queries({ ...parts, provider: mongoSandboxProvider(parts.mongo.db) }),
  );
} catch (error) {
  exitWithReason(error);
}
