import { exitWithReason, readConfig, WorkerConfig } from '@boxoffice/common';
import { workerRole } from '@boxoffice/common/roles';
import { projections } from './src/index.ts';

try {
  await workerRole('auth-projector', readConfig(WorkerConfig), { projections });
} catch (error) {
  exitWithReason(error);
}
