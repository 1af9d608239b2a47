import { exitWithReason, readConfig, WorkerConfig } from '@boxoffice/common';
import { workerRole } from '@boxoffice/common/roles';
import { mongoSandboxProvider, workers } from './src/index.ts';

try {
  await workerRole('payments-projector', readConfig(WorkerConfig), {
    workers: (parts) => workers({ ...parts, provider: mongoSandboxProvider(parts.mongo.db) }),
  });
} catch (error) {
  exitWithReason(error);
}
