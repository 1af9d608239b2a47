import { exitWithReason, readConfig } from '@boxoffice/common';
import { httpRole } from '@boxoffice/common/roles';
import { marketOf, TicketsConfig } from './src/config.ts';
import { queries } from './src/index.ts';

try {
  const config = readConfig(TicketsConfig);
  await httpRole('tickets-query', config, (parts) => queries({ ...parts, market: marketOf(config) }));
} catch (error) {
  exitWithReason(error);
}
