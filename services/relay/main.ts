import { exitWithReason, readConfig, startRelay, WorkerConfig } from '@boxoffice/common';
import { workerRole } from '@boxoffice/common/roles';

try {
  await workerRole('relay', readConfig(WorkerConfig), {
    workers: ({ log, bus, cursors, onError }) => [
      startRelay({ log, bus, take: (signal) => cursors.take('relay', signal), onError }),
    ],
  });
} catch (error) {
  exitWithReason(error);
}
