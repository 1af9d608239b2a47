import { exitWithReason, readConfig } from '@boxoffice/common';
import { httpRole } from '@boxoffice/common/roles';
import { CommandConfig, rulesOf } from './src/config.ts';
import { commands } from './src/index.ts';

try {
  const config = readConfig(CommandConfig);
  await httpRole('orders-command', config, (parts) => commands({ ...parts, rules: rulesOf(config) }));
} catch (error) {
  exitWithReason(error);
}
