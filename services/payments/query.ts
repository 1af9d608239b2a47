import { exitWithReason, readConfig } from '@boxoffice/common';
import { httpRole } from '@boxoffice/common/roles';
import { QueryConfig } from './src/config.ts';
import { mongoBooks, paymentProvider, queries } from './src/index.ts';

try {
  const config = readConfig(QueryConfig);
  await httpRole('payments-query', config, ({ clock, mongo }) =>
    queries({ provider: paymentProvider(config, { clock, books: () => mongoBooks(mongo.db) }) }),
  );
} catch (error) {
  exitWithReason(error);
}
