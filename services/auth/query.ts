import { exitWithReason, HttpConfig, readConfig } from '@boxoffice/common';
import { httpRole, mongoVault } from '@boxoffice/common/roles';
import { queries } from './src/index.ts';

try {
  await httpRole('auth-query', readConfig(HttpConfig), (parts) =>
    queries({ ...parts, vault: mongoVault(parts.mongo.db) }),
  );
} catch (error) {
  exitWithReason(error);
}
