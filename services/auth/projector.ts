import { exitWithReason, readConfig, WorkerConfig } from '@boxoffice/common';
import { mongoVault, workerRole } from '@boxoffice/common/roles';
import { projections, workers } from './src/index.ts';

try {
  await workerRole('auth-projector', readConfig(WorkerConfig), {
    projections,
    workers: (parts) => workers({ ...parts, vault: mongoVault(parts.mongo.db) }),
  });
} catch (error) {
  exitWithReason(error);
}
