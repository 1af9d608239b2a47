import { exitWithReason, readConfig } from '@boxoffice/common';
import { httpRole } from '@boxoffice/common/roles';
import { CommandConfig } from './src/config.ts';
import { commands } from './src/index.ts';

try {
  const config = readConfig(CommandConfig);
  await httpRole('orders-command', config, (parts) => commands({ ...parts, holdSeconds: config.HOLD_SECONDS }));
} catch (error) {
  exitWithReason(error);
}
