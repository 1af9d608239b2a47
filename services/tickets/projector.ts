import { exitWithReason, readConfig, WorkerConfig } from '@boxoffice/common';
import { workerRole } from '@boxoffice/common/roles';
import { projections, workers } from './src/index.ts';

try {
  await workerRole('tickets-projector', readConfig(WorkerConfig), { projections, workers });
} catch (error) {
  exitWithReason(error);
}
