import { exitWithReason, readConfig } from '@boxoffice/common';
import { httpRole } from '@boxoffice/common/roles';
import { marketOf, TicketsConfig } from './src/config.ts';
import { commands } from './src/index.ts';

try {
  const config = readConfig(TicketsConfig);
  await httpRole('tickets-command', config, (parts) => commands({ ...parts, market: marketOf(config) }));
} catch (error) {
  exitWithReason(error);
}
