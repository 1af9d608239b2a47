import { exitWithReason, readConfig } from '@boxoffice/common';
import { workerRole } from '@boxoffice/common/roles';
import { ProjectorConfig } from './src/config.ts';
import { mongoBooks, paymentProvider, projections, workers } from './src/index.ts';

try {
  const config = readConfig(ProjectorConfig);
  await workerRole('payments-projector', config, {
    projections,
    workers: (parts) =>
      workers({
        ...parts,
        provider: paymentProvider(config, { clock: parts.clock, books: () => mongoBooks(parts.mongo.db) }),
      }),
  });
} catch (error) {
  exitWithReason(error);
}
