import { exitWithReason, HttpConfig, readConfig, storedMongoCommits } from '@boxoffice/common';
import { httpRole } from '@boxoffice/common/roles';
import { operations } from './operations/routes.ts';

try {
  const config = readConfig(HttpConfig);
  await httpRole('operations', config, ({ mongo, ...stores }) =>
    operations({
      ...stores,
      place: () => ({
        stored: storedMongoCommits(mongo.db),
        readModels: stores.readModels,
        isKept: true,
        log: async () => stores.log,
        cursors: stores.cursors.positions,
        [Symbol.asyncDispose]: async () => undefined,
      }),
    }),
  );
} catch (error) {
  exitWithReason(error);
}
