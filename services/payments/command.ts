import { exitWithReason, readConfig } from '@boxoffice/common';
import { httpRole } from '@boxoffice/common/roles';
import { CommandConfig } from './src/config.ts';
import { commands, mongoBooks, paymentProvider, paymentWebhooks } from './src/index.ts';

try {
  const config = readConfig(CommandConfig);
  await httpRole('payments-command', config, ({ log, clock, mongo }) => {
    const provider = paymentProvider(config, { clock, books: () => mongoBooks(mongo.db) });
    const parts = { log, clock, provider };
    const all = [commands({ ...parts, paySeconds: config.PAY_SECONDS }), ...paymentWebhooks(config, parts)];
    return async (api) => {
      for (const routes of all) await api.register(routes);
    };
  });
} catch (error) {
  exitWithReason(error);
}
